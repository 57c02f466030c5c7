import JSONTree

extension NativeSignatureReader {
    /// What comes back; `void` when the manifest does not say.
    mutating func returns(_ tree: JSON?) -> NativeReturn {
        guard let tree else { return NativeReturn() }
        guard let object = tree.objectValue else {
            note(".returns", "it must be an object with a type")
            return NativeReturn()
        }
        let place = ".returns"
        expect(
            object,
            [
                "type", "as", "free", "nullable", "encoding", "length", "errorIf", "errorType", "errorMessage",
            ], at: place)
        var returns = NativeReturn()
        if object["type"]?.stringValue != "void" { returns.type = type(object["type"], "\(place).type") }
        guard let type = returns.type else {
            readFailure(object, &returns, place)
            return returns
        }
        returns.output = output(object["as"], "\(place).as") ?? (hasOutputs ? nil : .whole)
        returns.isNullable = object["nullable"]?.boolValue == true
        if returns.isNullable, !type.isPointer { note("\(place).nullable", "\(type.name) has no NULL") }
        returns.encoding = encoding(object["encoding"], type, "\(place).encoding")
        returns.ownership = ownership(object["free"], "\(place).free")
        switch (type.isLent, returns.ownership) {
        case (true, nil):
            note("\(place).free", "it is missing: the function that frees the \(type.name), or \"borrowed\"")
        case (false, .some): note("\(place).free", "\(type.name) is not freed")
        default: break
        }
        returns.length = returnedLength(object["length"], type, "\(place).length")
        switch type {
        case .null: note("\(place).type", "a pointer cannot be said in JSON")
        case .pointer(.text): note("\(place).type", "a cstring* cannot be returned")
        case .fixed, .characters: note("\(place).type", "\(type.name) stands inside structures only")
        default: break
        }
        readFailure(object, &returns, place)
        return returns
    }

    private mutating func returnedLength(_ value: JSON?, _ type: NativeType, _ place: String) -> NativeLength {
        var hasElements = type == .bytes
        if case .array = type { hasElements = true }
        guard hasElements else {
            if value != nil { note(place, "\(type.name) has no length of its own") }
            return .whole
        }
        if let count = value?.integerValue {
            if !(0...Int64(NativeLimits.bufferBytesMax)).contains(count) {
                note(place, "it must be 0 to \(NativeLimits.bufferBytesMax)")
            }
            return .constant(Int(clamping: count))
        }
        guard value != nil else {
            note(place, "it is missing: a number, or the parameter that holds it")
            return .whole
        }
        guard let index = parameter(named: value, place) else { return .whole }
        if self.type(at: index).counter == nil { note(place, "it is no whole number, and no pointer to one") }
        return .parameter(index)
    }

    private mutating func readFailure(_ object: JSONObject, _ returns: inout NativeReturn, _ place: String) {
        if let value = object["errorIf"] {
            returns.failsIf = value.stringValue.flatMap(NativeCondition.init)
            switch (returns.failsIf, returns.type) {
            case (nil, _):
                note("\(place).errorIf", "it must be a comparison such as \"<0\" or \"!=0\", or \"null\", or \"errno\"")
            case (.null, let type) where type?.isPointer != true: note("\(place).errorIf", "there is no NULL")
            case (.integer, let type), (.number, let type):
                if case .scalar = type { break }
                note("\(place).errorIf", "only numbers are compared")
            default: break
            }
        }
        if let type = object["errorType"] {
            returns.errorType = type.stringValue ?? ""
            if returns.errorType.isEmpty { note("\(place).errorType", "it must be a name") }
        }
        if let message = object["errorMessage"] {
            returns.explanation = explanation(message, returns.type, "\(place).errorMessage")
        }
        for key in ["errorType", "errorMessage"] where object[key] != nil && object["errorIf"] == nil {
            note("\(place).\(key)", "it says nothing without errorIf")
        }
    }

    private mutating func explanation(_ value: JSON, _ type: NativeType?, _ place: String) -> NativeExplanation {
        if value.stringValue == "errno" { return .errno }
        guard let object = value.objectValue else {
            note(place, "it must be \"errno\", {\"symbol\": …} or {\"parameter\": …}")
            return .none
        }
        expect(object, ["symbol", "argument", "parameter"], at: place)
        if object["parameter"] != nil {
            guard let index = parameter(named: object["parameter"], "\(place).parameter") else { return .none }
            if self.type(at: index) != .pointer(.text) { note("\(place).parameter", "it is no cstring*") }
            return .parameter(index)
        }
        guard let symbol = object["symbol"]?.stringValue, !symbol.isEmpty else {
            note("\(place).symbol", "it is missing")
            return .none
        }
        switch object["argument"]?.stringValue ?? "return" {
        case "none": return .lastError(of: symbol)
        case "return":
            if type?.counter == nil { note("\(place).argument", "no whole number is returned") }
            return .function(of: symbol)
        default:
            note("\(place).argument", "it must be \"return\" or \"none\"")
            return .none
        }
    }
}

extension NativeSignatureReader {
    /// Notes members nobody reads: a word that is misspelt would go unnoticed.
    mutating func expect(_ object: JSONObject, _ known: [String], at place: String) {
        for key in object.keys where !known.contains(key) {
            note("\(place).\(key)", "there is no such member; there are \(known.joined(separator: ", "))")
        }
    }

    /// A type by its name.
    mutating func type(_ value: JSON?, _ place: String) -> NativeType? {
        guard let text = value?.stringValue else {
            note(place, "it is missing")
            return nil
        }
        switch types.type(text) {
        case .success(let type): return type
        case .failure(let failure):
            note(place, failure.message)
            return nil
        }
    }

    /// A place of the input.
    mutating func path(_ value: JSON?, _ place: String) -> NativePath {
        if let path = value?.stringValue.flatMap(NativePath.init) { return path }
        note(place, "\(value?.quoted ?? "nothing") is no reference path, such as $.order.items[0]")
        return .whole
    }

    /// A place of the result; `nil` when none is given.
    mutating func output(_ value: JSON?, _ place: String) -> NativePath? {
        guard let value else { return nil }
        if let path = value.stringValue.flatMap(NativePath.output) { return path }
        note(place, "\(value.quoted) is no place of the result, such as $.sum: names only")
        return nil
    }

    /// How bytes stand in JSON.
    mutating func encoding(_ value: JSON?, _ type: NativeType, _ place: String) -> NativeEncoding {
        guard let value else { return .base64 }
        let encoding = value.stringValue.flatMap(NativeEncoding.init(rawValue:))
        if encoding == nil { note(place, "it must be base64 or utf8") }
        if type != .bytes { note(place, "only bytes have an encoding; \(type.name) is what it is") }
        return encoding ?? .base64
    }

    /// Who frees what is handed out.
    mutating func ownership(_ value: JSON?, _ place: String) -> NativeOwnership? {
        guard let value else { return nil }
        guard let name = value.stringValue, !name.isEmpty else {
            note(place, "it must be the name of a function, or \"borrowed\"")
            return nil
        }
        return name == "borrowed" ? .borrowed : .freed(by: name)
    }
}
