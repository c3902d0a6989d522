import type { Product, ProductCategory } from '../../../../shared/contract/content/showcase.ts';

export interface Filters {
  /** Null: all of them. */
  category: ProductCategory | null;
  province: string | null;
}

export function filtered(products: readonly Product[], { category, province }: Filters): Product[] {
  return products.filter(
    (product) =>
      (category === null || product.category === category) &&
      (province === null || product.maker.province === province),
  );
}

/** The values that occur, with how many products each has, most first and then by name. */
export function counted<T extends string>(values: readonly T[]): { value: T; count: number }[] {
  return [...new Set(values)]
    .map((value) => ({ value, count: values.filter((other) => other === value).length }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'id'));
}
