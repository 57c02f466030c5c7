import AWSWire
import JSONTree
import ResourceNames
import ServerlessTransform
import TemplateLanguage

/// Makes blueprints of requests: fetches the template, applies its macros, finds the values of its parameters.
struct BlueprintMaker: Sendable {
    /// Where templates and values are fetched.
    let surroundings: Surroundings

    /// The text of the template a request gives.
    ///
    /// - Parameter previous: What `UsePreviousTemplate` means; `nil` when nothing.
    func text(_ input: ActionInput, previous: StackContent?, _ context: RequestContext) async throws(ServiceError)
        -> String
    {
        if try input.flag("UsePreviousTemplate") {
            guard let previous, !previous.original.isEmpty else {
                throw .validation("UsePreviousTemplate cannot be used: the stack has no template yet.")
            }
            return previous.original
        }
        if let body = try input.text("TemplateBody"), !body.isEmpty {
            guard try input.text("TemplateURL") == nil else {
                throw .validation("Only one of TemplateBody or TemplateUrl may be specified.")
            }
            guard body.utf8.count <= Limits.bodyBytesMax else {
                throw .validation(
                    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to \(Limits.bodyBytesMax)"
                )
            }
            return body
        }
        guard let url = try input.text("TemplateURL") else {
            throw .validation("Either Template URL or Template Body must be specified.")
        }
        return try await text(at: url, context)
    }

    /// The text of a template in a bucket.
    func text(at url: String, _ context: RequestContext) async throws(ServiceError) -> String {
        let place = try ObjectPlace(url: url)
        let bytes: [UInt8]
        do throws(ServiceError) {
            bytes = try await surroundings.object(place, context, bytesMax: Limits.objectBytesMax)
        } catch {
            guard error.code != "ValidationError" else { throw error }
            throw .validation(
                "S3 error: \(error.message)\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"
            )
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .validation("Template format error: the template is not UTF-8.")
        }
        return text
    }

    /// What a stack would be made from.
    ///
    /// - Parameters:
    ///   - content: Tags, capabilities and so on; the template and its parameters are filled in.
    ///   - given: By key; `nil`: the previous value.
    ///   - later: Keys whose values are not known yet, whatever is given.
    ///   - previous: What the stack is made from now.
    func blueprint(
        _ text: String, _ content: StackContent, given: [String: String?], later: Set<String> = [],
        previous: StackContent?, _ context: RequestContext
    ) async throws(ServiceError) -> Blueprint {
        var content = content
        content.original = text
        let texts = try Self.texts(given, previous)
        do throws(TemplateError) {
            let source = try TemplateText.read(text)
            try FunctionCheck.check(source, transforms: Template.transforms(of: source))
            let tree = try applyMacros(source, texts, context)
            try NullCheck.check(tree.template)
            content.processed = tree.isProcessed ? tree.template.text : text
        } catch { throw .template(error) }
        let template: Template
        let values: ParameterValues
        do throws(TemplateError) {
            template = try Template(TemplateText.read(content.processed))
            try DeclarationCheck.check(template)
            values = try ParameterValues(template, given: texts)
        } catch { throw .template(error) }
        content.description = template.description
        content.parameters = values.texts
        content.secrets = template.parameters.filter(\.isSecret).map(\.name)
        content.resolved = try await stored(values.stored(template).filter { !later.contains($0.name) }, context)
        do throws(TemplateError) {
            return Blueprint(
                content: content, template: template,
                values: try values.values(template, stored: content.resolved, later: later))
        } catch { throw .template(error) }
    }

    private static func texts(_ given: [String: String?], _ previous: StackContent?) throws(ServiceError) -> [String:
        String]
    {
        var texts: [String: String] = [:]
        for (name, text) in given {
            if let text {
                texts[name] = text
            } else if let kept = previous?.parameters.first(where: { $0.name == name })?.text {
                texts[name] = kept
            } else {
                throw .validation(
                    "Invalid input for parameter key \(name). Cannot specify usePreviousValue as true for a parameter key not in the previous template"
                )
            }
        }
        return texts
    }

    /// The template after its macros.
    private func applyMacros(
        _ tree: JSON, _ texts: [String: String], _ context: RequestContext
    ) throws(TemplateError) -> (template: JSON, isProcessed: Bool) {
        var (template, isProcessed) = (tree, false)
        for name in Template.transforms(of: tree) {
            switch name {
            case FunctionCheck.extensions:
                let expanded: JSON
                do throws(TemplateError) { expanded = try LoopExpansion.expand(template, parameters: texts) } catch {
                    throw TemplateError("Transform \(name) failed with: \(error.message)")
                }
                isProcessed = isProcessed || expanded != template
                template = expanded
            case "AWS::Serverless-2016-10-31":
                do throws(TransformError) {
                    template = try ServerlessTransform.expand(
                        template, parameters: texts.mapValues { .string($0) }, territory: context.territory,
                        mapped: Set(surroundings.packages.keys))
                } catch { throw TemplateError("Transform \(name) failed with: \(error.message)") }
                isProcessed = true
            default: throw TemplateError("No transform named \(name) found.")
            }
        }
        return (template, isProcessed)
    }

    /// The values of stored parameters, by the key of the template's parameter.
    private func stored(_ wanted: [(name: String, key: String)], _ context: RequestContext) async throws(ServiceError)
        -> [String: String]
    {
        var found: [String: String] = [:]
        for (name, key) in wanted {
            found[name] = try await storedValue(key, isSecret: false, context)
        }
        return found
    }

    /// The value of a parameter of Systems Manager that a template names.
    func storedValue(_ key: String, isSecret: Bool, _ context: RequestContext) async throws(ServiceError) -> String {
        do throws(ServiceError) { return try await parameter(key, isSecret: isSecret, context) } catch {
            guard error.isAbsence else { throw error }
            throw .validation("Unable to fetch parameters [\(key)] from parameter store for this account.")
        }
    }

    /// The value of a parameter of Systems Manager.
    private func parameter(_ name: String, isSecret: Bool, _ context: RequestContext) async throws(ServiceError)
        -> String
    {
        let output = try await surroundings.dispatch(
            "ssm", "GetParameter", ["Name": .string(name), "WithDecryption": .bool(isSecret)], context)
        return output.body["Parameter"]?["Value"]?.stringValue ?? ""
    }
}
