import JSONTree
import TemplateLanguage

/// What a blueprint wants of a stack: its resources with all worked out that does not depend on others.
struct StackPlan {
    /// A resource that is wanted.
    struct Wanted: Sendable {
        /// As the template declares it.
        let declared: TemplateResource
        /// Its properties with references to resources still open.
        let form: JSONObject
        /// Wanted resources it needs.
        let needs: [String]
        /// Which parameters and resources its properties refer to.
        let references: [String: Set<Reference>]
        /// `Retain` and so on.
        let deletionPolicy: String?
        /// The same for replacement.
        let updateReplacePolicy: String?
    }

    /// Those whose conditions hold, each after what it needs.
    let wanted: [Wanted]
    /// The outputs with references still open: what changes of them are told by.
    let outputForms: JSON
    /// Exports of other stacks that are used.
    let imports: [String]

    /// Works out what can be.
    ///
    /// - Parameter export: The value another stack exports under a name.
    init(_ blueprint: Blueprint, _ stack: Stack, export: @escaping (_ name: String) -> String?) throws(TemplateError) {
        var used: Set<String> = []
        let evaluator = try Evaluator(
            blueprint.template,
            knowing: blueprint.knowledge(
                of: stack, isMade: false,
                export: { name in
                    used.insert(name)
                    return export(name)
                }), isPartial: true)
        try evaluator.checkRules()
        let made = blueprint.template.resources.filter { evaluator.holds($0.condition) }
        let names = Set(made.map(\.logicalID))
        var found: [String: Wanted] = [:]
        for declared in made {
            let form = try evaluator.members(of: declared.properties)
            let open = Reference.all(in: .object(form)).map(\.name)
            if let lost = open.first(where: { !names.contains($0) }) {
                throw TemplateError(
                    "Template format error: Unresolved resource dependencies [\(lost)] in the Resources block of the template"
                )
            }
            found[declared.logicalID] = Wanted(
                declared: declared, form: form,
                needs: Set(open + declared.dependsOn.filter { names.contains($0) }).sorted(),
                references: Self.references(declared.properties, form, blueprint.template),
                deletionPolicy: try ResourcePolicy.deletion.text(of: declared, evaluator),
                updateReplacePolicy: try ResourcePolicy.replacement.text(of: declared, evaluator))
        }
        let order = try DependencyOrder(made.map { ($0.logicalID, found[$0.logicalID]?.needs ?? []) }).order
        wanted = order.compactMap { found[$0] }
        var outputs = JSONObject()
        var exports = ExportNames()
        for output in blueprint.template.outputs where evaluator.holds(output.condition) {
            guard let value = try evaluator.value(of: output.value), !Self.isList(value) else {
                throw TemplateError(
                    "Template format error: The Value field of every Outputs member must evaluate to a String.")
            }
            var form: JSONObject = ["Value": value]
            form["Description"] = output.description.map { .string($0) }
            if let export = output.exportName {
                form["Export"] = try evaluator.value(of: export)
                try exports.add(form["Export"], of: output.name)
            }
            if let lost = Reference.all(in: .object(form)).map(\.name).sorted().first(where: { !names.contains($0) }) {
                throw TemplateError(
                    "Template format error: Unresolved resource dependencies [\(lost)] in the Outputs block of the template"
                )
            }
            outputs[output.name] = .object(form)
        }
        try exports.checkUnique()
        outputForms = .object(outputs)
        imports = used.sorted()
    }

    /// Whether a value is known not to be a text; what is open may become one.
    private static func isList(_ value: JSON) -> Bool { !Evaluator.isOpen(value) && TemplateScalar.text(value) == nil }

    /// To resources as they are left once conditions have been decided, to parameters as they are written.
    private static func references(
        _ declared: JSONObject, _ form: JSONObject, _ template: Template
    ) -> [String: Set<Reference>] {
        let parameters = Set(template.parameters.map(\.name))
        return Dictionary(
            form.map { name, value in
                let named = declared[name].map { Reference.all(in: $0).filter { parameters.contains($0.name) } } ?? []
                return (name, Reference.all(in: value).union(named))
            }, uniquingKeysWith: { $1 })
    }
}
