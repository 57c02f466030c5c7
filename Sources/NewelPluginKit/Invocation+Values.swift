extension Invocation {
    /// The event as a value.
    ///
    /// - Throws: `InvalidInput` with the place that does not fit the type.
    public func event<T: Decodable>(as type: T.Type = T.self) throws(PluginError) -> T {
        try withPayload { (text) throws(PluginError) in try ValueDecoder.decode(type, from: text) }
    }

    /// Ends the call with a value.
    ///
    /// - Returns: `false` when it had ended already, or the value was refused as too large.
    /// - Throws: `InvalidOutput` when there is no JSON for the value; the call goes on.
    @discardableResult
    public func succeed(with value: some Encodable) throws(PluginError) -> Bool {
        succeed(try ValueEncoder.encode(value))
    }

    /// Runs an AWS action and awaits its output.
    ///
    /// - Parameters:
    ///   - service: `states`, `sqs` …
    ///   - action: `SendMessage`.
    ///   - input: The action's input, with AWS's names: `QueueUrl`.
    ///   - type: What of the output to look at; `NoValue.self` for none of it.
    /// - Throws: `APIError` as the action fails, `PluginError` when a value does not fit.
    public func api<Output: Decodable>(
        _ service: String, _ action: String, _ input: some Encodable, as type: Output.Type
    ) async throws -> Output {
        try Self.value(type, await api(service, action, ValueEncoder.encode(input)))
    }

    /// Runs an AWS action and blocks the thread until its output is there; otherwise as `api`. Not for handlers that are `nonblocking`.
    public func apiWaiting<Output: Decodable>(
        _ service: String, _ action: String, _ input: some Encodable, as type: Output.Type
    ) throws -> Output {
        try Self.value(type, apiWaiting(service, action, ValueEncoder.encode(input)))
    }

    /// Writes a line with further facts to the function's log: `call.log(.info, "priced", ["sku": sku, "cents": 995])`.
    ///
    /// A fact that JSON has no value for is left out and named in the line.
    public func log(_ level: LogLevel = .info, _ message: String, _ facts: KeyValuePairs<String, any Encodable>) {
        var parts: [String] = []
        var message = message
        for (key, value) in facts {
            do throws(PluginError) {
                let (name, text) = (try ValueEncoder.encode(key), try ValueEncoder.encode(value))
                parts.append(String(decoding: name + [UInt8(ascii: ":")] + text, as: UTF8.self))
            } catch {
                message += " (\(key): \(error.message))"
            }
        }
        log(level, message, fields: "{\(parts.joined(separator: ","))}")
    }

    private static func value<T: Decodable>(_ type: T.Type, _ text: [UInt8]) throws(PluginError) -> T {
        let result = text.withUnsafeBytes { text in
            Result { () throws(PluginError) in try ValueDecoder.decode(type, from: text) }
        }
        return try result.get()
    }
}
