import AWSWire
import ResourceNames

/// What a parameter may be called.
///
/// Source: Systems Manager user guide, "Requirements and constraints for parameter names".
enum ParameterName {
    /// The ARN of a name; its slash in front, if any, is the one after `parameter`.
    static func arn(_ name: String, in territory: Territory) -> String {
        ARN(
            service: "ssm", region: territory.region, account: territory.account,
            resource: "parameter" + (name.hasPrefix("/") ? name : "/" + name)
        ).text
    }

    /// Refuses a name that a parameter cannot have.
    static func check(_ name: String, in territory: Territory) throws(ServiceError) {
        let isPath = name.utf8.contains(UInt8(ascii: "/"))
        try checkPrefix(name.lowercased())
        guard !isPath || name.hasPrefix("/") else {
            throw .validation("Parameter name must be a fully qualified name.")
        }
        guard name.utf8.allSatisfy(isAllowed), !name.hasSuffix("/"), !name.contains("//") else {
            throw .validation(isPath ? pathRule : plainRule)
        }
        guard name.split(separator: "/").count <= Limits.levelsMax else {
            throw ServiceError(
                "HierarchyLevelLimitExceededException",
                "A hierarchy can have a maximum of \(Limits.levelsMax) levels. For more information, see Requirements and constraints for parameter names in the AWS Systems Manager User Guide."
            )
        }
        guard name.utf8.count <= Limits.nameBytesMax else {
            throw .validation("Parameter name is too long: it can have \(Limits.nameBytesMax) characters.")
        }
    }

    /// Refuses a path under which nothing could be.
    static func check(path: String) throws(ServiceError) {
        guard path.hasPrefix("/"), path.utf8.allSatisfy(isAllowed), !path.contains("//") else {
            throw .validation(
                "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\". It can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol \"/\". Valid example: /get/parameters2-/by1./path0_."
            )
        }
    }

    /// Whether a name is below a path, directly or at any depth.
    static func isBelow(_ name: String, path: String, recursively: Bool) -> Bool {
        let full = name.hasPrefix("/") ? name : "/" + name
        let start = path.hasSuffix("/") ? path : path + "/"
        guard full.utf8.starts(with: start.utf8), full.utf8.count > start.utf8.count else { return false }
        return recursively || !full.utf8.dropFirst(start.utf8.count).contains(UInt8(ascii: "/"))
    }

    private static let plainRule =
        "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). Only a mix of letters, numbers and the following 3 symbols .-_ are allowed."
    private static let pathRule =
        "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_"

    private static func checkPrefix(_ name: String) throws(ServiceError) {
        let bare = name.drop { $0 == "/" }
        guard bare.hasPrefix("aws") || bare.hasPrefix("ssm") else { return }
        let isPath = name.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1
        if isPath, name.hasPrefix("/aws") {
            throw ServiceError("AccessDeniedException", "No access to reserved parameter name: \(name).")
        }
        throw .validation(
            isPath ? pathRule : "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).")
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
