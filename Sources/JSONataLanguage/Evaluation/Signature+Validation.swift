import JSONTree

extension Signature {
    /// A signature that is known to be right.
    init(known text: String) {
        do throws(SignatureProblem) { try self.init(text) } catch { preconditionFailure("\(text) is no signature") }
    }

    /// The arguments as the function wants them: the context in place of a missing one, arrays made where one is asked
    /// for.
    ///
    /// - Throws: T0410, T0411 or T0412 when they are of wrong types.
    func validated(_ arguments: [Value], _ context: Value, _ evaluator: Evaluator) throws(JSONataError) -> [Value] {
        if let arguments = try validatedOneByOne(arguments, evaluator) { return arguments }
        let letters = arguments.map(\.typeLetter)
        guard let counts = counts(letters) else { throw mismatch(letters, arguments, evaluator) }
        var validated: [Value] = []
        validated.reserveCapacity(parameters.count)
        var position = 0
        for (parameter, count) in zip(parameters, counts) {
            if count == 0 {
                guard parameter.takesContext else {
                    validated.append(position < arguments.count ? arguments[position] : .undefined)
                    position += 1
                    continue
                }
                let context = Evaluator.unwrapped(context)
                guard parameter.types.contains(context.typeLetter) else {
                    throw JSONataError(
                        "T0411", value: evaluator.json(context), details: .init(index: position + 1))
                }
                validated.append(context)
            }
            for _ in 0..<count {
                let argument = position < arguments.count ? arguments[position] : .undefined
                validated.append(
                    parameter.isArray ? try array(argument, parameter, count, position, evaluator) : argument)
                position += 1
            }
        }
        return validated
    }

    /// The arguments when there is exactly one of the right type for each parameter, as there mostly is.
    private func validatedOneByOne(_ arguments: [Value], _ evaluator: Evaluator) throws(JSONataError) -> [Value]? {
        guard arguments.count == parameters.count else { return nil }
        for position in arguments.indices where !parameters[position].types.contains(arguments[position].typeLetter) {
            return nil
        }
        var validated = arguments
        for position in arguments.indices where parameters[position].isArray {
            validated[position] = try array(arguments[position], parameters[position], 1, position, evaluator)
        }
        return validated
    }

    private func array(
        _ argument: Value, _ parameter: Parameter, _ count: Int, _ position: Int, _ evaluator: Evaluator
    ) throws(JSONataError) -> Value {
        if argument.isUndefined { return argument }
        if !parameter.elements.isEmpty {
            let isRight: Bool
            if let items = argument.items {
                try evaluator.spend(items.count)
                isRight = items.indices.allSatisfy { items.typeLetter(at: $0) == parameter.elements[0] }
            } else {
                isRight = count == 1 && parameter.elements == [argument.typeLetter]
            }
            guard isRight else {
                throw JSONataError(
                    "T0412", value: evaluator.json(argument),
                    details: .init(index: position + 1, type: Self.words(parameter.elements[0])))
            }
        }
        return argument.items == nil ? .list(List([argument])) : argument
    }

    private static func words(_ letter: UInt8) -> String? {
        switch letter {
        case UInt8(ascii: "a"): "arrays"
        case UInt8(ascii: "b"): "booleans"
        case UInt8(ascii: "f"): "functions"
        case UInt8(ascii: "n"): "numbers"
        case UInt8(ascii: "o"): "objects"
        case UInt8(ascii: "s"): "strings"
        default: nil
        }
    }

    /// How many arguments each parameter takes; `nil` when the arguments do not fit. Earlier parameters take what they
    /// can.
    private func counts(_ letters: [UInt8]) -> [Int]? {
        var counts = [Int](repeating: 0, count: parameters.count)
        return fit(letters, from: 0, parameter: 0, &counts) ? counts : nil
    }

    private func fit(_ letters: [UInt8], from start: Int, parameter: Int, _ counts: inout [Int]) -> Bool {
        guard parameter < parameters.count else { return start == letters.count }
        let form = parameters[parameter]
        var most = 0
        while start + most < letters.count, most == 0 || form.isRepeated, form.types.contains(letters[start + most]) {
            most += 1
        }
        let least = form.isOptional ? 0 : 1
        while most >= least {
            counts[parameter] = most
            if fit(letters, from: start + most, parameter: parameter + 1, &counts) { return true }
            most -= 1
        }
        return false
    }

    /// The error that names the first argument that does not fit.
    private func mismatch(_ letters: [UInt8], _ arguments: [Value], _ evaluator: Evaluator) -> JSONataError {
        var good = 0
        for count in parameters.indices {
            let head = Signature(Array(parameters[...count]))
            guard let fitting = head.longestFit(letters) else { break }
            good = fitting
        }
        return JSONataError(
            "T0410", value: good < arguments.count ? evaluator.json(arguments[good]) : nil,
            details: .init(index: good + 1))
    }

    private init(_ parameters: [Parameter]) { self.parameters = parameters }

    /// How many of the arguments the parameters take when some may be left over; `nil` when they do not fit.
    private func longestFit(_ letters: [UInt8]) -> Int? {
        for count in (0...letters.count).reversed() {
            var counts = [Int](repeating: 0, count: parameters.count)
            if fit(Array(letters[..<count]), from: 0, parameter: 0, &counts) { return count }
        }
        return nil
    }
}
