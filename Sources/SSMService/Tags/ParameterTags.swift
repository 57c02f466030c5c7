import AWSWire
import JSONTree
import ResourceNames

/// Tags of a parameter: lists of `{Key, Value}` in requests and answers.
enum ParameterTags {
    /// Adds tags, or replaces those of the same names.
    static func add(_ tags: [JSON], to parameter: inout Parameter, in context: RequestContext) throws(ServiceError) {
        for tag in tags {
            let (key, value) = (tag["Key"]?.stringValue ?? "", tag["Value"]?.stringValue ?? "")
            guard context.maySetReservedTags || !ReservedTags.contains(key) else {
                throw .validation("aws: prefixed tag key names are not allowed for external use.")
            }
            parameter.tags[key] = .string(value)
        }
        guard ReservedTags.othersCount(parameter.tags.keys) <= Limits.tagsMax else {
            throw ServiceError(
                "TooManyTagsError", "The number of tags exceeds the limit of \(Limits.tagsMax) for a parameter.")
        }
    }

    /// The name of the parameter a request about tags means.
    ///
    /// - Throws: `InvalidResourceType` for what is no parameter, `InvalidResourceId` for one that is not there.
    static func resource(
        _ request: ActionInput, _ catalogue: ParameterCatalogue, in territory: Territory
    ) throws(ServiceError) -> Parameter {
        guard try request.requiredText("ResourceType") == "Parameter" else {
            throw ServiceError(
                "InvalidResourceType",
                "The resource type is not valid. Only parameters are served here: Parameter.")
        }
        let reference = ParameterReference(try request.requiredText("ResourceId"), in: territory)
        do throws(ServiceError) { return try catalogue.parameter(reference, for: territory) } catch {
            throw .invalidResourceID
        }
    }
}
