import AWSWire
import JSONTree

/// The refusals of Lambda.
extension ServiceError {
    static func functionNotFound(_ arn: String) -> ServiceError {
        ServiceError(
            "ResourceNotFoundException", "Function not found: \(arn)", status: 404, members: [("Type", "User")])
    }

    static func aliasNotFound(_ message: String) -> ServiceError {
        ServiceError("ResourceNotFoundException", message, status: 404, members: [("Type", "User")])
    }

    /// Something else than a function is not there.
    static func notFound(_ message: String) -> ServiceError {
        ServiceError("ResourceNotFoundException", message, status: 404, members: [("Type", "User")])
    }

    /// Layers are asked for.
    static var layersNotSupported: ServiceError {
        .invalidParameter("Layers are not supported here: put what the layer holds into the function's package.")
    }

    /// A setting that nothing here would follow.
    static func notSupported(_ member: String, _ reason: String) -> ServiceError {
        .invalidParameter("\(member) is not supported here: \(reason). Leave \(member) out.")
    }

    static var staleRevision: ServiceError {
        ServiceError(
            "PreconditionFailedException",
            "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest "
                + "Revision Id", status: 412, members: [("Type", "User")])
    }

    static func functionExists(_ name: String) -> ServiceError {
        ServiceError(
            "ResourceConflictException", "Function already exist: \(name)", status: 409, members: [("Type", "User")])
    }

    static func invalidParameter(_ message: String) -> ServiceError {
        ServiceError("InvalidParameterValueException", message, status: 400, members: [("Type", "User")])
    }

    static func invalidRequestContent(_ message: String) -> ServiceError {
        ServiceError("InvalidRequestContentException", message, status: 400, members: [("Type", "User")])
    }

    static var mappingNotFound: ServiceError {
        ServiceError(
            "ResourceNotFoundException", "The resource you requested does not exist.", status: 404,
            members: [("Type", "User")])
    }

    static func unavailable(_ reason: String) -> ServiceError {
        ServiceError(
            "ServiceException", "The request was not carried out: \(reason).", status: 500,
            members: [("Type", "Service")])
    }

    /// Lambda says `Type: User` where a member is missing, too.
    static func required(_ member: String) -> ServiceError {
        ServiceError(
            "ValidationException",
            "1 validation error detected: Value null at '\(member)' failed to satisfy constraint: Member must not be null"
        )
    }
}
