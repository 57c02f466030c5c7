import JSONTree

/// What CloudFormation's resource reference says of a type.
struct ResourceFacts: Sendable {
    /// How resources that get no name in the template are called.
    struct Naming: Sendable {
        /// The property that names them.
        let property: String
        /// How long a name may be.
        let lengthMax: Int
        /// Buckets are.
        var isLowerCase = false
        /// What all names begin with.
        var prefix = ""
        /// Whether the stack's name comes first.
        var beginsWithStack = true
    }

    /// `AWS::SQS::Queue`.
    let type: String
    /// What may be given.
    let properties: Set<String>
    /// What must be given.
    let required: [String]
    /// What cannot be changed in place.
    let replacing: Set<String>
    /// What `Fn::GetAtt` knows; a name that ends in a dot stands for all that begin so.
    let attributes: [String]
    /// How it is named; `nil`: the service, or the type itself, does.
    let naming: Naming?
    /// Whether anything may be given, and asked for.
    let isOpen: Bool

    /// States all.
    ///
    /// - Parameter properties: Their names; `*` after one that is required, `!` after one whose change makes a new resource.
    init(_ type: String, _ properties: String, attributes: [String] = [], naming: Naming? = nil) {
        self.type = type
        var (all, required, replacing): (Set<String>, [String], Set<String>) = ([], [], [])
        for word in properties.split(separator: " ") {
            let name = String(word.prefix { $0 != "*" && $0 != "!" })
            all.insert(name)
            if word.contains("*") { required.append(name) }
            if word.contains("!") { replacing.insert(name) }
        }
        (self.properties, self.required, self.replacing) = (all, required, replacing)
        self.attributes = attributes
        self.naming = naming
        isOpen = false
    }

    /// States that a type takes whatever is given and tells whatever its maker says. Each change may turn out to have made a new resource.
    init(open type: String, required: String) {
        (self.type, properties, self.required, replacing) = (type, [required], [required], [])
        (attributes, naming, isOpen) = ([], nil, true)
    }

    /// Whether a change of a property makes a new resource.
    func isReplacing(_ property: String) -> Bool { replacing.contains(property) }

    /// Whether `Fn::GetAtt` knows a name.
    func hasAttribute(_ name: String) -> Bool {
        isOpen || attributes.contains { $0 == name || ($0.hasSuffix(".") && name.hasPrefix($0)) }
    }

    /// What is wrong with the properties of a resource; `nil` when nothing is.
    func problem(_ given: JSONObject, of logicalID: String) -> String? {
        var problems = given.keys.filter { !isOpen && !properties.contains($0) }.map {
            "#: extraneous key [\($0)] is not permitted"
        }
        problems += required.filter { given[$0].map(\.isNull) ?? true }.map { "#: required key [\($0)] not found" }
        guard !problems.isEmpty else { return nil }
        return "Properties validation failed for resource \(logicalID) with message:\n"
            + problems.joined(separator: "\n")
    }

    /// The name of a resource that gets none in the template: stack, logical id and 12 letters of chance, cut to fit.
    ///
    /// Observed on AWS: of the two parts, each gives way down to half of what there is.
    func name(stack: String, logicalID: String, chance: String) -> String {
        guard let naming else { return "\(stack)-\(logicalID)-\(chance)" }
        let space = naming.lengthMax - chance.utf8.count - (naming.beginsWithStack ? 2 : 1)
        var parts = [logicalID]
        if naming.beginsWithStack {
            let own = min(logicalID.utf8.count, max(space / 2, space - stack.utf8.count))
            parts = [String(stack.prefix(space - own)), String(logicalID.prefix(own))]
        } else {
            parts = [String(logicalID.prefix(space))]
        }
        let name = naming.prefix + (parts + [chance]).joined(separator: "-")
        return naming.isLowerCase ? name.lowercased() : name
    }
}
