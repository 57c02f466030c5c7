import CFFI
import JSONTree

/// A number or truth value of C.
package enum NativeScalar: String, Sendable, Equatable, CaseIterable {
    case i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, bool

    /// The scalar a manifest names: by its width, or as C on 64-bit Linux calls it.
    package init?(named name: String) {
        guard let scalar = Self(rawValue: name) ?? Self.names[name] else { return nil }
        self = scalar
    }

    /// C's own names. `char` is none of them: whether it has a sign depends on the machine.
    static let names: [String: Self] = [
        "short": .i16, "ushort": .u16, "int": .i32, "uint": .u32, "long": .i64, "ulong": .u64, "size_t": .u64,
        "ssize_t": .i64, "float": .f32, "double": .f64,
    ]

    /// Its size and alignment in bytes.
    package var byteCount: Int {
        switch self {
        case .i8, .u8, .bool: 1
        case .i16, .u16: 2
        case .i32, .u32, .f32: 4
        case .i64, .u64, .f64: 8
        }
    }

    /// Whether it can count.
    package var isInteger: Bool { self != .f32 && self != .f64 && self != .bool }

    /// What a C compiler passes instead when the prototype ends in `...`.
    var promoted: Self {
        switch self {
        case .i8, .i16, .u8, .u16, .bool: .i32
        case .f32: .f64
        case .i32, .i64, .u32, .u64, .f64: self
        }
    }

    /// libffi's description.
    var foreignType: Int32 {
        switch self {
        case .i8: Int32(NEWEL_FFI_I8)
        case .i16: Int32(NEWEL_FFI_I16)
        case .i32: Int32(NEWEL_FFI_I32)
        case .i64: Int32(NEWEL_FFI_I64)
        case .u8, .bool: Int32(NEWEL_FFI_U8)
        case .u16: Int32(NEWEL_FFI_U16)
        case .u32: Int32(NEWEL_FFI_U32)
        case .u64: Int32(NEWEL_FFI_U64)
        case .f32: Int32(NEWEL_FFI_F32)
        case .f64: Int32(NEWEL_FFI_F64)
        }
    }

    /// Writes a value, if it is one of these.
    func store(_ value: JSON, at memory: UnsafeMutableRawPointer, _ place: () -> String) throws(NativeFailure) {
        switch self {
        case .i8: memory.storeBytes(of: try integer(value, place), as: Int8.self)
        case .i16: memory.storeBytes(of: try integer(value, place), as: Int16.self)
        case .i32: memory.storeBytes(of: try integer(value, place), as: Int32.self)
        case .i64: memory.storeBytes(of: try integer(value, place), as: Int64.self)
        case .u8: memory.storeBytes(of: try integer(value, place), as: UInt8.self)
        case .u16: memory.storeBytes(of: try integer(value, place), as: UInt16.self)
        case .u32: memory.storeBytes(of: try integer(value, place), as: UInt32.self)
        case .u64: memory.storeBytes(of: try integer(value, place), as: UInt64.self)
        case .f32:
            memory.storeBytes(
                of: Float(try number(value, Double(Float.greatestFiniteMagnitude), place)), as: Float.self)
        case .f64: memory.storeBytes(of: try number(value, .greatestFiniteMagnitude, place), as: Double.self)
        case .bool:
            guard let truth = value.boolValue else { throw value.mismatch(place(), "true or false (bool)") }
            memory.storeBytes(of: truth ? 1 : 0, as: UInt8.self)
        }
    }

    /// Writes a count, if it fits.
    func store(count: Int, at memory: UnsafeMutableRawPointer, of name: String) throws(NativeFailure) {
        try store(.integer(Int64(count)), at: memory) { "the length of \(name)" }
    }

    /// Turns a value into what is passed for it behind `...`, where it lies.
    func promote(at memory: UnsafeMutableRawPointer) {
        switch self {
        case .i8: memory.storeBytes(of: Int32(memory.load(as: Int8.self)), as: Int32.self)
        case .i16: memory.storeBytes(of: Int32(memory.load(as: Int16.self)), as: Int32.self)
        case .u8, .bool: memory.storeBytes(of: Int32(memory.load(as: UInt8.self)), as: Int32.self)
        case .u16: memory.storeBytes(of: Int32(memory.load(as: UInt16.self)), as: Int32.self)
        case .f32: memory.storeBytes(of: Double(memory.load(as: Float.self)), as: Double.self)
        case .i32, .i64, .u32, .u64, .f64: break
        }
    }

    /// Reads a value; numbers that JSON does not have are failures.
    func load(from memory: UnsafeRawPointer, _ place: () -> String) throws(NativeFailure) -> JSON {
        switch self {
        case .f32:
            let value = memory.loadUnaligned(as: Float.self)
            guard value.isFinite else { throw Self.unsayable(value.isNaN ? "nan" : "\(value)", place()) }
            // The shortest digits that mean this float, not those that mean its double.
            return .double(Double("\(value)") ?? Double(value))
        case .f64:
            let value = memory.loadUnaligned(as: Double.self)
            guard value.isFinite else { throw Self.unsayable(value.isNaN ? "nan" : "\(value)", place()) }
            return .double(value)
        case .bool: return .bool(memory.load(as: UInt8.self) != 0)
        default:
            let value = wide(from: memory)
            return Int64(exactly: value).map(JSON.integer) ?? .decimal(String(value))
        }
    }

    /// Reads an integer or truth value as one that any of them fits into; 0 for others.
    func wide(from memory: UnsafeRawPointer) -> Int128 {
        switch self {
        case .i8: Int128(memory.loadUnaligned(as: Int8.self))
        case .i16: Int128(memory.loadUnaligned(as: Int16.self))
        case .i32: Int128(memory.loadUnaligned(as: Int32.self))
        case .i64: Int128(memory.loadUnaligned(as: Int64.self))
        case .u8, .bool: Int128(memory.loadUnaligned(as: UInt8.self))
        case .u16: Int128(memory.loadUnaligned(as: UInt16.self))
        case .u32: Int128(memory.loadUnaligned(as: UInt32.self))
        case .u64: Int128(memory.loadUnaligned(as: UInt64.self))
        case .f32, .f64: 0
        }
    }

    private func integer<Number: FixedWidthInteger>(
        _ value: JSON, _ place: () -> String
    ) throws(NativeFailure) -> Number {
        guard value.isNumber else { throw value.mismatch(place(), "a whole number (\(rawValue))") }
        if let number = value.integerValue, let fitting = Number(exactly: number) { return fitting }
        if case .decimal(let text) = value, let fitting = Number(text) { return fitting }
        throw .input(
            "\(place()) is \(value.quoted), but \(rawValue) has whole numbers from \(Number.min) to \(Number.max)")
    }

    private func number(_ value: JSON, _ most: Double, _ place: () -> String) throws(NativeFailure) -> Double {
        guard let number = value.doubleValue else { throw value.mismatch(place(), "a number (\(rawValue))") }
        guard number.magnitude <= most else {
            throw .input("\(place()) is \(value.quoted), but \(rawValue) has numbers from -\(most) to \(most)")
        }
        return number
    }

    private static func unsayable(_ value: String, _ place: String) -> NativeFailure {
        .result("\(place) is \(value), which JSON cannot say")
    }
}
