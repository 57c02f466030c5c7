import ResourceNames

/// What a task calls, taken apart.
package struct TaskResource: Sendable, Equatable {
    /// The kinds, which decide the event types.
    package enum Kind: Sendable, Equatable {
        /// A Lambda function ARN: `LambdaFunction…` events.
        case function
        /// An activity ARN: `Activity…` events.
        case activity
        /// `arn:aws:states:::…`: `Task…` events.
        case integration
    }
    /// What stands behind the ARN.
    package var kind: Kind
    /// The field as written.
    package var text: String
    /// Without `.sync`, `.sync:2`, `.waitForTaskToken`: what `HandlerInvoker` is asked for.
    package var handler: String
    /// `sqs`, `lambda`, `aws-sdk:dynamodb`: `resourceType` of the events. Empty for functions and activities.
    package var resourceType: String
    /// `sendMessage.waitForTaskToken`: `resource` of the events.
    package var action: String
    /// `.waitForTaskToken`.
    package var waitsForToken: Bool
    /// 0, 1 for `.sync`, 2 for `.sync:2`.
    package var sync: Int

    /// Puts a resource together.
    package init(
        kind: Kind, text: String, handler: String, resourceType: String, action: String, waitsForToken: Bool, sync: Int
    ) {
        self.kind = kind
        self.text = text
        self.handler = handler
        self.resourceType = resourceType
        self.action = action
        self.waitsForToken = waitsForToken
        self.sync = sync
    }

    /// Takes a `Resource` apart; `nil` when it is none of the three kinds.
    ///
    /// Regions and accounts are not looked at: AWS takes `arn:aws:states:us-east-1:123456789012:aws-sdk:s3:getObject` as well.
    package init?(_ text: String) {
        guard let arn = ARN(text) else { return nil }
        let parts = arn.resourceParts
        switch (arn.service, parts[0]) {
        case ("lambda", "function"):
            guard Self.isFunction(parts.dropFirst()) else { return nil }
            self.init(
                kind: .function, text: text, handler: text, resourceType: "", action: "", waitsForToken: false, sync: 0)
        case ("states", "activity"):
            guard parts.count == 2, !parts[1].isEmpty else { return nil }
            self.init(
                kind: .activity, text: text, handler: text, resourceType: "", action: "", waitsForToken: false, sync: 0)
        case ("states", _): self.init(integration: parts, arn: arn, text: text)
        default: return nil
        }
    }

    private init?(integration parts: [Substring], arn: ARN, text: String) {
        let isSDK = parts[0] == "aws-sdk"
        let (base, sync, waitsForToken) = Self.pattern(of: arn.resource)
        let baseParts = base.split(separator: ":", omittingEmptySubsequences: false)
        guard baseParts.count == (isSDK ? 3 : 2), baseParts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let action = arn.resource.dropFirst(baseParts.dropLast().reduce(0) { $0 + $1.count + 1 })
        self.init(
            kind: .integration, text: text, handler: "arn:\(arn.partition):states:::\(base)",
            resourceType: baseParts.dropLast().joined(separator: ":"), action: String(action),
            waitsForToken: waitsForToken,
            sync: sync)
    }

    private static func pattern(of resource: String) -> (base: Substring, sync: Int, waitsForToken: Bool) {
        for (suffix, sync, waits) in [(".sync:2", 2, false), (".sync", 1, false), (".waitForTaskToken", 0, true)]
        where resource.hasSuffix(suffix) {
            return (resource.dropLast(suffix.count), sync, waits)
        }
        return (resource[...], 0, false)
    }

    /// A name, and a version, an alias or `$LATEST`. Source: Lambda API, FunctionName and Qualifier.
    private static func isFunction(_ parts: ArraySlice<Substring>) -> Bool {
        guard let name = parts.first, parts.count <= 2, isWord(name) else { return false }
        guard parts.count == 2, let qualifier = parts.last else { return true }
        return qualifier == "$LATEST" || isWord(qualifier)
    }

    private static func isWord(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D
                    || byte == 0x5F
            }
    }
}
