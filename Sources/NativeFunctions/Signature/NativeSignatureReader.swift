import JSONTree

/// Reads a function's `native` member to its end, whatever is wrong with it.
package struct NativeSignatureReader {
    let types: NativeTypeReader
    private var problems: [String] = []
    /// The parameters read so far, and the names that others are meant by, to be looked up when all are read.
    private var parameters: [NativeParameter] = []
    private var references: [Reference] = []

    /// A parameter that another one names.
    private struct Reference {
        /// Who names it.
        var parameter: Int
        var name: String
        var place: String
        var use: Use
    }
    private enum Use {
        case lengthOf
        case capacityOf
        case capacity(times: Double, plus: Int)
        case length
    }

    /// The signature, if it is sound; what is wrong is added to `problems`.
    package static func read(
        _ tree: JSON, _ structures: [String: NativeStructure], _ problems: inout [String]
    ) -> NativeSignature? {
        var reader = Self(types: NativeTypeReader(structures: structures))
        let signature = reader.signature(tree)
        problems += reader.problems
        return reader.problems.isEmpty ? signature : nil
    }

    private init(types: NativeTypeReader) { self.types = types }

    mutating func note(_ place: String, _ problem: String) { problems.append("native\(place): \(problem)") }

    private mutating func signature(_ tree: JSON) -> NativeSignature? {
        guard let object = tree.objectValue else {
            note("", "it must be an object with a symbol")
            return nil
        }
        expect(
            object, ["symbol", "library", "parameters", "variadicAfter", "returns", "idempotent", "pure"], at: "")
        let symbol = object["symbol"]?.stringValue ?? ""
        if symbol.isEmpty || symbol.utf8.count > 512 || symbol.utf8.contains(0) { note(".symbol", "it is missing") }
        let items = object["parameters"]?.arrayValue ?? []
        if object["parameters"].map({ !$0.isArray }) == true || items.count > NativeLimits.parametersMax {
            note(".parameters", "it must be an array of at most \(NativeLimits.parametersMax) parameters")
            return nil
        }
        let named = object["variadicAfter"].map { $0.integerValue.flatMap { Int(exactly: $0) } ?? -1 }
        if let named, !(1...max(1, items.count)).contains(named) || items.isEmpty {
            note(".variadicAfter", "it must be the number of parameters before '...', 1 to \(items.count)")
        }
        for (index, item) in items.enumerated() {
            let place = ".parameters[\(index)]"
            guard var parameter = parameter(item, place, index) else { continue }
            parameter.isVariadic = named.map { index >= $0 } ?? false
            if parameter.isVariadic, case .structure = parameter.type {
                note("\(place).type", "a structure cannot be passed by value behind '...'")
            }
            parameters.append(parameter)
        }
        guard parameters.count == items.count else { return nil }
        resolve()
        let returns = returns(object["returns"])
        checkResults(returns)
        let isTrue = ["idempotent", "pure"].contains { key in
            if object[key].map({ !$0.isBool }) == true { note(".\(key)", "it must be true or false") }
            return object[key]?.boolValue == true
        }
        return NativeSignature(
            symbol: symbol, library: object["library"]?.stringValue, parameters: parameters, namedCount: named,
            returns: returns, isIdempotent: isTrue)
    }

    private mutating func parameter(_ item: JSON, _ place: String, _ index: Int) -> NativeParameter? {
        guard let object = item.objectValue else {
            note(place, "it must be an object")
            return nil
        }
        expect(
            object,
            [
                "name", "path", "default", "nullable", "value", "lengthOf", "capacityOf", "out", "type", "encoding",
                "capacity", "length", "free",
            ], at: place)
        let sources = ["path", "value", "lengthOf", "capacityOf"].filter { object[$0] != nil }
        if sources.count > 1 { note(place, "\(sources.joined(separator: " and ")) exclude each other") }
        if sources.isEmpty, object["out"] == nil {
            note(place, "it needs one of path, value, lengthOf, capacityOf, or out")
        }
        guard let type = type(object["type"], "\(place).type") else { return nil }
        var parameter = NativeParameter(name: "", type: type, source: .nothing)
        parameter.encoding = encoding(object["encoding"], type, "\(place).encoding")
        parameter.output = output(object["out"], "\(place).out")
        switch sources.first {
        case "path": parameter.source = input(object, type, parameter.encoding, place)
        case "value":
            parameter.source = .constant(object["value"] ?? .null)
            trial(object["value"], type, parameter.encoding, "\(place).value")
        case "lengthOf": refer(index, object["lengthOf"], "\(place).lengthOf", .lengthOf)
        case "capacityOf": refer(index, object["capacityOf"], "\(place).capacityOf", .capacityOf)
        default: break
        }
        if ["lengthOf", "capacityOf"].contains(sources.first), type.counter == nil {
            note("\(place).type", "a length is a whole number, or a pointer to one, not \(type.name)")
        }
        parameter.capacity = capacity(object["capacity"], "\(place).capacity", index)
        parameter.length = length(object["length"], type, "\(place).length", index, isReturn: false)
        parameter.ownership = ownership(object["free"], "\(place).free")
        parameter.name = name(object, parameter)
        check(parameter, hasSource: !sources.isEmpty, place)
        return parameter
    }

    /// The rules that bind a parameter's members together.
    private mutating func check(_ parameter: NativeParameter, hasSource: Bool, _ place: String) {
        let type = parameter.type
        let isBuffer = [.bytes, .text].contains(type) || { if case .array = type { true } else { false } }()
        switch type {
        case .fixed, .characters: note("\(place).type", "\(type.name) stands inside structures only")
        case .null where parameter.source != .constant(.null): note("\(place).type", "a pointer has the value null")
        default: break
        }
        if parameter.capacity != nil, !isBuffer || hasSource {
            note("\(place).capacity", "only bytes, cstring and arrays that are written have a capacity")
        }
        guard parameter.output != nil else {
            if parameter.ownership != nil { note("\(place).free", "only what the function hands out is freed") }
            return
        }
        switch type {
        case .pointer(.text):
            if hasSource { note(place, "a cstring* is only written") }
            if parameter.ownership == nil {
                note("\(place).free", "it is missing: the function that frees the text, or \"borrowed\"")
            }
        case .pointer: break
        case .bytes, .array:
            if !hasSource, parameter.capacity == nil { note("\(place).capacity", "it is missing") }
        case .text:
            if hasSource { note(place, "a cstring that is written has a capacity instead of a path") }
            if parameter.capacity == nil { note("\(place).capacity", "it is missing") }
        default: note("\(place).type", "\(type.name) cannot be written: use \(type.name)*")
        }
        if parameter.ownership != nil, type != .pointer(.text) {
            note("\(place).free", "only a cstring* is handed out")
        }
    }

    private mutating func input(
        _ object: JSONObject, _ type: NativeType, _ encoding: NativeEncoding, _ place: String
    ) -> NativeParameter.Source {
        let isNullable = object["nullable"]?.boolValue == true
        if isNullable, !type.isPointer { note("\(place).nullable", "\(type.name) has no NULL") }
        if let value = object["default"], !(value.isNull && isNullable) {
            trial(value, type, encoding, "\(place).default")
        }
        return .input(
            path(object["path"], "\(place).path"), defaultValue: object["default"], isNullable: isNullable)
    }

    private mutating func trial(_ value: JSON?, _ type: NativeType, _ encoding: NativeEncoding, _ place: String) {
        if let value, let failure = NativeTrial.failure(of: value, as: type, encoding: encoding) {
            note(place, failure)
        }
    }

    /// What others call it by: its own name, or the last one in its path.
    private func name(_ object: JSONObject, _ parameter: NativeParameter) -> String {
        if let name = object["name"]?.stringValue { return name }
        if case .input(let path, _, _) = parameter.source, let name = path.name { return name }
        return parameter.output?.name ?? ""
    }

    private mutating func capacity(_ value: JSON?, _ place: String, _ index: Int) -> NativeParameter.Capacity? {
        guard let value else { return nil }
        if let count = value.integerValue {
            if !(0...Int64(NativeLimits.bufferBytesMax)).contains(count) {
                note(place, "it must be 0 to \(NativeLimits.bufferBytesMax)")
            }
            return .constant(Int(clamping: count))
        }
        guard let object = value.objectValue else {
            note(place, "it must be a number, {\"path\": …} or {\"lengthOf\": …}")
            return nil
        }
        expect(object, ["path", "default", "lengthOf", "times", "plus"], at: place)
        guard object["lengthOf"] != nil else {
            if let value = object["default"] { trial(value, .scalar(.u32), .base64, "\(place).default") }
            return .input(path(object["path"], "\(place).path"), defaultValue: object["default"])
        }
        let times = object["times"].map { $0.doubleValue ?? -1 } ?? 1
        let plus = object["plus"].map { $0.integerValue ?? -1 } ?? 0
        if !(0...1_000).contains(times) { note("\(place).times", "it must be 0 to 1000") }
        if !(0...Int64(NativeLimits.bufferBytesMax)).contains(plus) { note("\(place).plus", "it must not be negative") }
        refer(index, object["lengthOf"], "\(place).lengthOf", .capacity(times: times, plus: Int(clamping: plus)))
        return .lengthOf(index, times: times, plus: Int(clamping: plus))
    }

    private mutating func length(
        _ value: JSON?, _ type: NativeType, _ place: String, _ index: Int, isReturn: Bool
    ) -> NativeLength {
        guard let value else { return type == .text ? .terminated : .whole }
        if let count = value.integerValue {
            if !(0...Int64(NativeLimits.bufferBytesMax)).contains(count) {
                note(place, "it must be 0 to \(NativeLimits.bufferBytesMax)")
            }
            return .constant(Int(clamping: count))
        }
        switch value.stringValue {
        case "terminated": return .terminated
        case "return" where !isReturn: return .returned
        default: refer(index, value, place, .length)
        }
        return .whole
    }

    private mutating func refer(_ parameter: Int, _ name: JSON?, _ place: String, _ use: Use) {
        guard let name = name?.stringValue else { return note(place, "it must be the name of a parameter") }
        references.append(Reference(parameter: parameter, name: name, place: place, use: use))
    }

    /// Puts indexes where names stood.
    private mutating func resolve() {
        for reference in references {
            guard let index = index(reference.name, reference.place) else { continue }
            let target = parameters[index]
            let isSource = target.source.isGiven && (target.capacity == nil) && target.type.isSequence
            switch reference.use {
            case .lengthOf:
                if !isSource { note(reference.place, "\(reference.name) has no length in the input") }
                parameters[reference.parameter].source = .lengthOf(index)
            case .capacityOf:
                if target.capacity == nil { note(reference.place, "\(reference.name) has no capacity") }
                parameters[reference.parameter].source = .capacityOf(index)
                // Behind a pointer the function says how much of the room it has used.
                if case .pointer = parameters[reference.parameter].type, target.length == .whole {
                    parameters[index].length = .parameter(reference.parameter)
                }
            case .capacity(let times, let plus):
                if !isSource { note(reference.place, "\(reference.name) has no length in the input") }
                parameters[reference.parameter].capacity = .lengthOf(index, times: times, plus: plus)
            case .length:
                if target.type.counter == nil {
                    note(reference.place, "\(reference.name) is no whole number, and no pointer to one")
                }
                parameters[reference.parameter].length = .parameter(index)
            }
        }
    }

    private mutating func index(_ name: String, _ place: String) -> Int? {
        let found = parameters.indices.filter { parameters[$0].name == name }
        if found.count == 1 { return found[0] }
        let names = parameters.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
        note(
            place,
            found.isEmpty
                ? "no parameter is named '\(name)'; there are \(names)" : "two parameters are named '\(name)'")
        return nil
    }
}

extension NativeSignatureReader {
    /// The index of a parameter that the return value names.
    mutating func parameter(named value: JSON?, _ place: String) -> Int? {
        guard let name = value?.stringValue else {
            note(place, "it must be the name of a parameter")
            return nil
        }
        return index(name, place)
    }

    /// The type of the parameter at an index.
    func type(at index: Int) -> NativeType { parameters[index].type }

    /// Every place of the result has one writer; without any the returned value is the result.
    private mutating func checkResults(_ returns: NativeReturn) {
        var writers: [(path: NativePath, place: String)] = []
        if let path = returns.output { writers.append((path, ".returns.as")) }
        for (index, parameter) in parameters.enumerated() {
            if let path = parameter.output { writers.append((path, ".parameters[\(index)].out")) }
        }
        for (index, writer) in writers.enumerated() {
            if let other = writers[..<index].first(where: { $0.path.overlaps(writer.path) }) {
                note(writer.place, "\(writer.path.text) is written by native\(other.place) already")
            }
        }
    }

    /// Whether a parameter has a place in the result.
    var hasOutputs: Bool { parameters.contains { $0.output != nil } }
}

extension NativeParameter.Source {
    /// Whether it comes from the input or the manifest.
    fileprivate var isGiven: Bool {
        switch self {
        case .input, .constant: true
        case .lengthOf, .capacityOf, .nothing: false
        }
    }
}

extension NativeType {
    /// Whether it has a length.
    fileprivate var isSequence: Bool {
        switch self {
        case .bytes, .text, .array: true
        default: false
        }
    }
}
