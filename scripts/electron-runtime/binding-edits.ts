/**
 * What must change in the source of better-sqlite3 13 so that it runs on Node-API 9.
 *
 * Since version 13 it keeps persistent references to strings (and, in aggregates, to numbers and other plain values),
 * which Node-API allows from version 10 on; before, only objects can be kept. So each such value is put into an array
 * of one element, and the array is kept.
 */
export type Edit = {
  /** Path inside the package. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** How often `from` must occur; anything else means that the package has changed and the edits must be looked at. */
  readonly times: number;
};

const keptClass = `// Keeps a value of any kind alive, as the only element of an array.
template <typename T> class Kept {
public:
	Kept() {}
	explicit Kept(const T& value) { Reset(value, 1); }

	T Value() const {
		return box.IsEmpty() ? T() : box.Value().Get(static_cast<uint32_t>(0)).template As<T>();
	}

	bool IsEmpty() const { return box.IsEmpty(); }
	void Reset() { box.Reset(); }

	void Reset(const T& value, uint32_t count) {
		Napi::Array array = Napi::Array::New(value.Env(), 1);
		array.Set(static_cast<uint32_t>(0), value);
		box.Reset(array, count);
	}

private:
	Napi::Reference<Napi::Object> box;
};

`;

const keptString = 'Kept<Napi::String>';
const keptValue = 'Kept<Napi::Value>';
const stringReference = 'Napi::Reference<Napi::String>';
const valueReference = 'Napi::Reference<Napi::Value>';

export const bindingEdits: readonly Edit[] = [
  { file: 'binding.gyp', from: 'NAPI_VERSION=10', to: 'NAPI_VERSION=9', times: 1 },
  // Link-time optimisation doubles the time to build and serves a release only.
  {
    file: 'binding.gyp',
    from: "'-fvisibility-inlines-hidden', '-flto'",
    to: "'-fvisibility-inlines-hidden'",
    times: 1,
  },
  { file: 'binding.gyp', from: "'ldflags': ['-flto'],", to: "'ldflags': [],", times: 1 },
  { file: 'binding.gyp', from: "'ldflags': ['-flto', ", to: "'ldflags': [", times: 1 },

  {
    file: 'src/util/helpers.cpp',
    from: 'inline void SetFrozen(',
    to: `${keptClass}inline void SetFrozen(`,
    times: 1,
  },
  { file: 'src/util/helpers.cpp', from: stringReference, to: keptString, times: 1 },

  { file: 'src/util/constants.cpp', from: stringReference, to: keptString, times: 20 },
  { file: 'src/util/constants.cpp', from: 'Napi::Persistent(', to: `${keptString}(`, times: 2 },

  { file: 'src/util/bind-map.cpp', from: stringReference, to: keptString, times: 1 },
  { file: 'src/util/bind-map.cpp', from: 'name(Napi::Persistent(', to: `name(${keptString}(`, times: 2 },

  { file: 'src/util/custom-aggregate.cpp', from: valueReference, to: keptValue, times: 2 },
  {
    file: 'src/util/custom-aggregate.cpp',
    from: 'start(Napi::Persistent(start))',
    to: `start(${keptValue}(start))`,
    times: 1,
  },

  { file: 'src/objects/database.hpp', from: valueReference, to: keptValue, times: 1 },
];
