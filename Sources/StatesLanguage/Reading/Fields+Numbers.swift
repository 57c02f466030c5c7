import JSONPathLanguage
import JSONTree

extension Fields {
    /// A whole number in a range.
    func integer(_ name: String, _ range: ClosedRange<Int> = 0...Int.max) -> Int? {
        guard let value = object[name] else { return nil }
        guard let number = value.integerValue else {
            refuse(name, "Expected value of type Integer")
            return nil
        }
        guard number >= range.lowerBound else {
            refuse(name, "Minimum value is \(range.lowerBound)")
            return nil
        }
        guard number <= range.upperBound else {
            refuse(name, "Maximum value is \(range.upperBound)")
            return nil
        }
        return Int(number)
    }

    /// Any number in a range.
    func number(_ name: String, atLeast minimum: Double, atMost maximum: Double = .infinity) -> Double? {
        guard let value = object[name] else { return nil }
        guard let number = value.doubleValue, value.isNumber else {
            refuse(name, "Expected value of type Number")
            return nil
        }
        guard number >= minimum else {
            refuse(name, "Minimum value is \(Self.plain(minimum))")
            return nil
        }
        guard number <= maximum else {
            refuse(name, "Maximum value is \(Self.plain(maximum))")
            return nil
        }
        return number
    }

    /// A whole number; in JSONPath also the path to one in the field whose name ends in `Path`, in JSONata also an expression.
    func numberSource(_ name: String, _ range: ClosedRange<Int> = 0...Int.max) -> NumberSource? {
        if language == .jsonata {
            if case .expression(let text)? = textOrExpression(name) { return .expression(text) }
            return integer(name, range).map(NumberSource.constant)
        }
        oneOf([name, "\(name)Path"])
        if let number = integer(name, range) { return .constant(number) }
        return singlePath("\(name)Path").map(NumberSource.path)
    }

    /// A percentage, a path to one or an expression, as for whole numbers.
    func percentageSource(_ name: String) -> PercentageSource? {
        if language == .jsonata {
            if case .expression(let text)? = textOrExpression(name) { return .expression(text) }
            return number(name, atLeast: 0, atMost: 100).map(PercentageSource.constant)
        }
        oneOf([name, "\(name)Path"])
        if let number = number(name, atLeast: 0, atMost: 100) { return .constant(number) }
        return singlePath("\(name)Path").map(PercentageSource.path)
    }

    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
