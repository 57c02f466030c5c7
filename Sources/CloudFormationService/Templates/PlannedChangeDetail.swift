import JSONTree

/// One thing of a resource that changes, with one reason for it.
struct PlannedChangeDetail: Sendable, Equatable {
    /// Which part of a resource.
    enum Attribute: String, Sendable, CaseIterable {
        case properties = "Properties"
        case metadata = "Metadata"
        case tags = "Tags"
    }

    /// Why it changes.
    enum Source: Sendable, Equatable {
        /// The template says something else.
        case template
        /// A parameter has another value.
        case parameter(String)
        /// `Ref` to a resource that changes.
        case reference(String)
        /// `Fn::GetAtt` of a resource that changes: `NAME.ATTRIBUTE`.
        case attribute(String)
        /// A stack within the stack, whose template may have changed where it lies.
        case automatic
    }

    /// Which part.
    let attribute: Attribute
    /// The property; `nil` for what is none.
    let property: String?
    /// Whether a change of it makes a new resource.
    let isReplacing: Bool
    /// Whether it is known that the value changes.
    let isCertain: Bool
    /// Why.
    let source: Source

    /// What stands for a value that is known only when it is done. Source: user guide, "View change sets".
    static let knownLater = "{{changeSet:KNOWN_AFTER_APPLY}}"

    /// A change of the template.
    static func direct(_ attribute: Attribute, _ property: String? = nil, isReplacing: Bool = false) -> Self {
        Self(
            attribute: attribute, property: property, isReplacing: isReplacing, isCertain: true, source: .template)
    }

    /// As `DescribeChangeSet` shows it.
    func shape(before: JSONObject?, after: JSONObject?, masking old: StackContent, _ new: StackContent) -> JSON {
        var target: JSONObject = ["Attribute": .string(attribute.rawValue)]
        if attribute == .properties { target["Name"] = property.map { .string($0) } }
        target["RequiresRecreation"] = isReplacing ? "Always" : "Never"
        if let property {
            let (was, will) = (before?[property], after?[property])
            target["Path"] = .string("/Properties/\(property)")
            target["BeforeValue"] = was.map { .string(old.masked($0.stringValue ?? $0.text)) }
            target["AfterValue"] = will.map { .string(new.masked($0.stringValue ?? $0.text)) }
            target["AttributeChangeType"] = was == nil ? "Add" : will == nil ? "Remove" : "Modify"
        }
        var shape: JSONObject = [
            "Target": .object(target), "Evaluation": isCertain ? "Static" : "Dynamic",
            "ChangeSource": .string(words.source),
        ]
        shape["CausingEntity"] = words.entity.map { .string($0) }
        return .object(shape)
    }

    private var words: (source: String, entity: String?) {
        switch source {
        case .template: ("DirectModification", nil)
        case .parameter(let name): ("ParameterReference", name)
        case .reference(let name): ("ResourceReference", name)
        case .attribute(let name): ("ResourceAttribute", name)
        case .automatic: ("Automatic", nil)
        }
    }
}
