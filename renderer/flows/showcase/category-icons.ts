import {
  CookingPot,
  CupSoda,
  HandHelping,
  type LucideIcon,
  Shirt,
  ShoppingBasket,
  Sparkles,
  Sprout,
} from 'lucide-react';
import type { ProductCategory } from '../../../shared/contract/content/showcase.ts';

export const CATEGORY_ICONS: Readonly<Record<ProductCategory, LucideIcon>> = {
  food: CookingPot,
  drink: CupSoda,
  craft: ShoppingBasket,
  fashion: Shirt,
  cosmetics: Sparkles,
  service: HandHelping,
  farming: Sprout,
};
