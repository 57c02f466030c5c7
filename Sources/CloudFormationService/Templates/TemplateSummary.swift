import AWSWire
import JSONTree
import TemplateLanguage

/// What can be told of a template before its macros are applied.
struct TemplateSummary {
    /// In the template's order.
    let parameters: [TemplateParameter]
    /// The template's words.
    let description: String?
    /// What the caller has to acknowledge, and why.
    let capabilities: (needed: [String], reason: String)?
    /// Each once, in the template's order.
    let resourceTypes: [String]
    /// The logical ids of each type.
    let identifiers: [(type: String, ids: [String])]
    /// `2010-09-09`.
    let version: String?
    /// The template's own.
    let metadata: JSON?
    /// Its macros.
    let transforms: [String]

    /// Its macros as answers hold them; `nil` for none, as observed.
    var transformShapes: JSON? { transforms.isEmpty ? nil : .array(transforms.map { .string($0) }) }

    /// Reads the text of a template.
    init(_ text: String) throws(ServiceError) {
        let template: Template
        do throws(TemplateError) {
            let tree = try TemplateText.read(text)
            let transforms = Template.transforms(of: tree)
            try FunctionCheck.check(tree, transforms: transforms)
            if transforms.isEmpty { try NullCheck.check(tree) }
            template = try Template(tree, isExpanded: transforms.isEmpty)
            try DeclarationCheck.check(template)
        } catch { throw .template(error) }
        parameters = template.parameters
        description = template.description
        version = template.version
        metadata = template.metadata
        transforms = template.transforms
        var types: [String] = []
        for resource in template.resources where !types.contains(resource.type) { types.append(resource.type) }
        resourceTypes = types
        identifiers = types.map { type in (type, template.resources.filter { $0.type == type }.map(\.logicalID)) }
        if template.transforms.contains(where: { $0 != FunctionCheck.extensions }) {
            capabilities = (
                ["CAPABILITY_AUTO_EXPAND"],
                "The following transforms(s) require capabilities: [\(template.transforms.joined(separator: ", "))]"
            )
        } else {
            capabilities = Blueprint(content: StackContent(), template: template, values: [:]).capabilities
        }
    }
}
