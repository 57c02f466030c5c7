/// When a returned value means that the call failed.
package enum NativeCondition: Sendable, Equatable {
    /// How a number is compared.
    package enum Comparison: String, Sendable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
    }
    /// Compared with a whole number.
    case integer(Comparison, Int64)
    /// Compared with any number.
    case number(Comparison, Double)
    /// NULL.
    case null
    /// `errno` is set, whatever is returned.
    case errno

    /// Reads `<0`, `!= 0`, `null`, `errno`; `nil` when it is none of these.
    package init?(_ text: String) {
        if text == "null" || text == "errno" {
            self = text == "null" ? .null : .errno
            return
        }
        guard let comparison = Comparison.allCases.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
        let operand = String(text.dropFirst(comparison.rawValue.count).drop { $0 == " " })
        if let whole = Int64(operand) {
            self = .integer(comparison, whole)
        } else if let number = Double(operand), number.isFinite {
            self = .number(comparison, number)
        } else {
            return nil
        }
    }

    /// Whether it holds for what has been returned.
    func holds(_ type: NativeType?, _ memory: UnsafeRawPointer, errno: Int32) -> Bool {
        switch (self, type) {
        case (.errno, _): return errno != 0
        case (.null, _): return NativeReader.pointer(at: memory) == nil
        case (.integer(let comparison, let operand), .scalar(let scalar)):
            return scalar.isFloating
                ? comparison.holds(scalar.floating(from: memory), Double(operand))
                : comparison.holds(scalar.wide(from: memory), Int128(operand))
        case (.number(let comparison, let operand), .scalar(let scalar)):
            return comparison.holds(
                scalar.isFloating ? scalar.floating(from: memory) : Double(scalar.wide(from: memory)), operand)
        default: return false
        }
    }
}

extension NativeCondition.Comparison {
    fileprivate func holds<Value: Comparable>(_ one: Value, _ other: Value) -> Bool {
        switch self {
        case .equal: one == other
        case .notEqual: one != other
        case .lessOrEqual: one <= other
        case .greaterOrEqual: one >= other
        case .less: one < other
        case .greater: one > other
        }
    }
}

extension NativeScalar {
    /// Whether it is a floating-point number.
    var isFloating: Bool { self == .f32 || self == .f64 }

    /// Reads a floating-point number; 0 for others.
    func floating(from memory: UnsafeRawPointer) -> Double {
        switch self {
        case .f32: Double(memory.loadUnaligned(as: Float.self))
        case .f64: memory.loadUnaligned(as: Double.self)
        default: 0
        }
    }
}
