import JSONTree
import ResourceNames
import ServerlessTransform

/// A template of a test, and what became of it.
struct TransformCase {
    let output: JSON
    let problems: [String]

    /// Expands a template of these resources; other sections may follow.
    init(_ resources: String, _ sections: String = "", parameters: [String: JSON] = [:], mapped: Set<String> = [])
        throws
    {
        let more = sections.isEmpty ? "" : "," + sections
        let template = try JSON.parse(
            #"{"Transform":"AWS::Serverless-2016-10-31","Resources":{\#(resources)}\#(more)}"#)
        let territory = Territory(account: "000000000000", region: "eu-west-1")
        do throws(TransformError) {
            output = try ServerlessTransform.expand(
                template, parameters: parameters, territory: territory, mapped: mapped)
            problems = []
        } catch {
            output = .null
            problems = error.problems
        }
    }

    /// A resource's properties.
    subscript(id: String) -> JSON { output["Resources"]?[id]?["Properties"] ?? .null }

    /// A whole resource.
    func resource(_ id: String) -> JSON { output["Resources"]?[id] ?? .null }

    /// The logical ids, sorted.
    var ids: [String] { (output["Resources"]?.objectValue?.keys ?? []).sorted() }

    /// A function with these properties beside its code.
    static func function(_ id: String = "F", _ properties: String = "", attributes: String = "") -> String {
        let own = #""Runtime":"python3.13","Handler":"app.main","CodeUri":"s3://code/app.zip""#
        let more = properties.isEmpty ? "" : "," + properties
        let outside = attributes.isEmpty ? "" : "," + attributes
        return #""\#(id)":{"Type":"AWS::Serverless::Function","Properties":{\#(own)\#(more)}\#(outside)}"#
    }
}
