import JSONTree
import ResourceNames

/// The transform `AWS::Serverless-2016-10-31`: a template with `AWS::Serverless::…` resources in, one of plain resources out.
///
/// A pure function: nothing is read but what it is given, and the same template gives the same logical ids on every machine.
/// Source: AWS SAM specification and "Generated CloudFormation resources for AWS SAM"; logical ids, policies and problems as the public
/// SAM translator makes and words them.
package enum ServerlessTransform {
    /// What a template's `Transform` says to ask for it.
    package static let name = "AWS::Serverless-2016-10-31"

    /// Whether a template asks for the transform.
    package static func isAsked(by template: JSON) -> Bool {
        switch template["Transform"] {
        case .string(let one): one == name
        case .array(let several): several.contains(.string(name))
        default: false
        }
    }

    /// Expands every serverless resource of a template.
    ///
    /// - Parameters:
    ///   - parameters: The values of the template's parameters; defaults of the template stand in for those that are missing.
    ///   - mapped: Logical ids of functions that get an installed package: their `CodeUri` may be a path, which then becomes `Code` as it is.
    ///     `Metadata: {Newel: {Package: …}}` and the tag `newel:package` on a function say the same.
    /// - Returns: The template without `Globals`, and without this transform in `Transform`.
    /// - Throws: every resource that is wrong, not only the first.
    package static func expand(
        _ template: JSON, parameters: [String: JSON], territory: Territory, mapped: Set<String> = []
    ) throws(TransformError) -> JSON {
        var expansion = try Expansion(template, parameters: parameters, territory: territory, mapped: mapped)
        return try expansion.run()
    }
}
