/// One question to the policies: may this caller do this to that?
package struct AccessRequest: Sendable {
    /// Who asks.
    package var caller: Caller
    /// `states:StartExecution`.
    package var action: String
    /// The resource's ARN, or `*` for an action that has none.
    package var resource: String
    /// The account the resource belongs to; decides whether both sides must agree.
    package var resourceAccount: String
    /// Condition keys in lower case, with their values.
    private var keys: [String: [String]] = [:]
    /// Finds the values of a key that is none of `keys`, in lower case; asked only when a policy speaks of it.
    package var findKey: (@Sendable (_ key: String) -> [String]?)?

    /// A question without further keys.
    package init(caller: Caller, action: String, resource: String, resourceAccount: String) {
        self.caller = caller
        self.action = action
        self.resource = resource
        self.resourceAccount = resourceAccount
    }

    /// The values of a condition key, whatever its case; `nil` takes it away.
    package subscript(key: String) -> [String]? {
        get {
            let name = key.lowercased()
            return keys[name] ?? findKey?(name)
        }
        set { keys[key.lowercased()] = newValue }
    }

    /// The one value of a variable; a key with several values has none.
    func variable(_ key: String) -> String? {
        guard let values = self[key], values.count == 1 else { return nil }
        return values[0]
    }
}
