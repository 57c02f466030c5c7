import JSONTree
import ResourceNames

extension Evaluator {
    /// `$number $floor $ceil $round $abs $sqrt $power $random`
    func numeric(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        switch builtin {
        case .number: return try number(arguments[0])
        case .random: return .number(random(arguments))
        default: break
        }
        guard let number = arguments.number(0) else { return .undefined }
        switch builtin {
        case .floor: return .number(number.rounded(.down))
        case .ceil: return .number(number.rounded(.up))
        case .round: return .number(Arithmetic.round(number, digits: Int(clamping: arguments.number(1) ?? 0)))
        case .abs: return .number(number.magnitude)
        case .sqrt:
            guard number >= 0 else { throw JSONataError("D3060", value: Self.json(number), details: .init(index: 1)) }
            return .number(number.squareRoot())
        default:
            let exponent = arguments.number(1) ?? .nan
            let result = Arithmetic.power(number, exponent)
            guard result.isFinite else {
                throw JSONataError(
                    "D3061", value: Self.json(number), details: .init(index: 1, exponent: exponent))
            }
            return .number(result)
        }
    }

    private func number(_ value: Value) throws(JSONataError) -> Value {
        switch value {
        case .undefined, .number: return value
        case .bool(let value): return .number(value ? 1 : 0)
        case .text(let text): if let number = NumberText.value(of: text) { return .number(number) }
        default: break
        }
        throw JSONataError("D3030", value: json(value), details: .init(index: 1))
    }

    /// A number from 0 up to 1: from the environment's stream, or the first one of Java's generator for a seed.
    ///
    /// Source: AWS Step Functions developer guide, `$random`; AWS was observed to give what `java.util.Random` gives.
    private func random(_ arguments: Arguments) -> Double {
        guard let seed = arguments.number(0) else { return environment.chance.fraction() }
        return JavaRandom.firstDouble(seed: Int64(clamping: seed))
    }

    /// `$formatNumber $formatBase $formatInteger $parseInteger`
    func formatting(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        if builtin == .parseInteger {
            guard let text = arguments.text(0) else { return .undefined }
            guard let picture = arguments.text(1) else { return .undefined }
            return try IntegerPicture.parse(text, picture: picture).map { .number($0) } ?? .undefined
        }
        guard let number = arguments.number(0) else { return .undefined }
        switch builtin {
        case .formatNumber:
            let picture = arguments.text(1) ?? ""
            return .text(try NumberPicture.format(number, picture: picture, options: json(arguments[2])))
        case .formatBase: return .text(try NumberPicture.base(number, radix: arguments.number(1) ?? 10))
        default: return .text(try IntegerPicture.format(number, picture: arguments.text(1) ?? ""))
        }
    }
}

extension FixedWidthInteger {
    /// The whole part of a number, or the nearest there is; 0 for no number.
    init(clamping number: Double) {
        if number.isNaN {
            self = 0
        } else if let exact = Self(exactly: number.rounded(.towardZero)) {
            self = exact
        } else {
            self = number < 0 ? .min : .max
        }
    }
}
