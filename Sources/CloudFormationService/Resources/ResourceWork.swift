import AWSWire
import JSONTree
import ResourceNames

/// One resource to be made, changed or removed.
struct ResourceWork: Sendable {
    /// Its name in the template.
    let logicalID: String
    /// Its type.
    let type: String
    /// What it is to be, functions worked out.
    let properties: JSONObject
    /// What it was; empty for one that is made.
    var before = JSONObject()
    /// The template's, with what maps a function to a package.
    var metadata: JSON?
    /// The template's `CreationPolicy`, functions worked out.
    var creationPolicy: JSON?
    /// What it is to be called: given by the template, or made up.
    let name: String
    /// Whether it was begun by a process that was killed: what is there under its name is its own.
    var isRepeat = false
    /// Whether it is brought back to what it was before an update that failed.
    var isRestored = false
    /// The id under which what is being done with the stack began.
    var origin = ""
    /// What the service calls it.
    var physicalID: String?
    /// What `Ref` gives, where that is something else.
    var reference: JSON?
    /// What `Fn::GetAtt` gives.
    var attributes = JSONObject()
    /// The stack's tags.
    let stackTags: [StackTag]
    /// What they were.
    var stackTagsBefore: [StackTag] = []
    /// The stack's name and ARN.
    let stack: (name: String, id: String)
    /// Who asks, in the account and region of the stack.
    let context: RequestContext
    /// What the service takes from outside.
    let surroundings: Surroundings

    /// Account and region.
    var territory: Territory { context.territory }

    /// Calls an action; the input is brought into the form that the service's model has.
    @discardableResult
    func call(_ service: String, _ action: String, _ input: JSONObject) async throws(ServiceError) -> JSON {
        let fitted = try ShapedInput.fit(.object(input), to: action, of: service)
        return try await surroundings.dispatch(service, action, fitted, context).body
    }

    /// Calls an action that makes something.
    ///
    /// - Returns: Its answer; `nil` when a process that was killed had made it already.
    func make(_ service: String, _ action: String, _ input: JSONObject) async throws(ServiceError) -> JSON? {
        do throws(ServiceError) { return try await call(service, action, input) } catch {
            guard isRepeat, error.isPresence else { throw error }
            return JSON?.none
        }
    }

    /// Calls an action that makes something which its service names: under the name given to it here it is made once, so that
    /// the answer of a repeat is what a process that was killed had made.
    func makeOnce(_ service: String, _ action: String, _ input: JSONObject) async throws(ServiceError) -> JSON {
        let fitted = try ShapedInput.fit(.object(input), to: action, of: service)
        var context = context
        context.idempotencyKey = "\(stack.id)/\(logicalID)/\(name)"
        return try await surroundings.dispatch(service, action, fitted, context).body
    }

    /// Whether what an action describes is there.
    func isThere(_ service: String, _ action: String, _ input: JSONObject) async throws(ServiceError) -> Bool {
        do throws(ServiceError) {
            try await call(service, action, input)
            return true
        } catch {
            guard error.isAbsence else { throw error }
            return false
        }
    }

    /// Calls an action that removes something; that it is gone is no failure.
    func remove(_ service: String, _ action: String, _ input: JSONObject) async throws(ServiceError) {
        do throws(ServiceError) { try await call(service, action, input) } catch {
            guard error.isAbsence else { throw error }
        }
    }

    /// Whether any of these properties differ from before.
    func changes(_ names: String...) -> Bool { names.contains { properties[$0] != before[$0] } }

    /// A property that is a text, or is meant as one.
    func text(_ name: String) -> String? {
        guard let value = properties[name] else { return nil }
        return value.stringValue ?? value.numberText ?? value.boolValue.map { $0 ? "true" : "false" }
    }

    /// The same from before.
    func textBefore(_ name: String) -> String? { before[name]?.stringValue }

    /// A property that must be a text.
    func required(_ name: String) throws(ServiceError) -> String {
        guard let text = text(name) else { throw .validation("Property \(name) must be a string.") }
        return text
    }

    /// These properties alone.
    func only(_ names: String...) -> JSONObject {
        var found = JSONObject()
        for name in names { if let value = properties[name] { found[name] = value } }
        return found
    }

    /// All properties but these.
    func without(_ names: String...) -> JSONObject {
        var found = properties
        for name in names { found[name] = nil }
        return found
    }

    /// The stack's tags with the resource's own, which win.
    var tags: [StackTag] { Self.tags(properties["Tags"], stackTags) }

    /// What says to which stack it belongs, and as what.
    ///
    /// Source: CloudFormation user guide, "Resource tag": the service's own tags.
    private var markingTags: [StackTag] {
        [("stack-name", stack.name), ("stack-id", stack.id), ("logical-id", logicalID)].map { name, value in
            StackTag(key: "aws:cloudformation:\(name)", value: value)
        }
    }

    /// The tags as a list of `Key` and `Value`, those that say where it belongs among them.
    var tagList: JSON { .array((tags + markingTags).map(\.shape)) }

    /// The same as a map.
    var tagMap: JSON { .object(JSONObject((tags + markingTags).map { ($0.key, .string($0.value)) })) }

    /// Tags that are gone, and tags that are new or have another value; those that say where it belongs stay.
    var tagChanges: (removed: [String], set: [StackTag]) {
        let (old, new) = (Self.tags(before["Tags"], stackTagsBefore), tags)
        return (
            old.map(\.key).filter { key in !new.contains { $0.key == key } }, new.filter { !old.contains($0) }
        )
    }

    /// A resource's own tags, and such of the stack's as it does not have.
    static func tags(_ json: JSON?, _ common: [StackTag]) -> [StackTag] {
        var own: [StackTag] = []
        switch json {
        case .array(let items)?: own = items.compactMap { StackTag($0) }
        case .object(let map)?:
            own = map.compactMap { StackTag(["Key": .string($0.key), "Value": $0.value]) }
        default: break
        }
        return own + common.filter { tag in !own.contains { $0.key == tag.key } }
    }

    /// An ARN of the stack's account and region.
    func arn(_ service: String, _ resource: String, isGlobal: Bool = false) -> String {
        ARN(
            service: service, region: isGlobal ? "" : territory.region, account: territory.account, resource: resource
        ).text
    }

    /// A policy as text, whether it is written as an object or as a text.
    func policy(_ json: JSON?) -> JSON {
        guard let json else { return "" }
        return json.isString ? json : .string(json.text)
    }
}
