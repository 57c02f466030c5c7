import JSONTree

/// Where a function's code is: `CodeUri`, `InlineCode` or `ImageUri`.
struct FunctionCode {
    /// `Code` of the plain function.
    let json: JSON

    /// Reads what the function says, and whether it fits its package type.
    init(_ function: FunctionExpansion) throws(TemplateProblem) {
        let given = function.given
        switch given["PackageType"] {
        case nil, "Zip":
            json = try Self.zip(function)
            guard given["Runtime"] != nil, given["Handler"] != nil else {
                throw .resource(
                    function.id, "Runtime and Handler needs to be present when PackageType is of type `Zip`")
            }
            guard given["ImageConfig"] == nil else {
                throw .resource(
                    function.id, "ImageUri or ImageConfig cannot be present when PackageType is of type `Zip`")
            }
        case "Image":
            guard let image = given["ImageUri"] else { throw .resource(function.id, "'ImageUri' must be set.") }
            guard image != "" else {
                throw .resource(function.id, "'ImageUri' requires that a image hosted at a registry be specified.")
            }
            guard given["Handler"] == nil, given["Runtime"] == nil, given["Layers"] == nil else {
                throw .resource(
                    function.id, "Runtime, Handler, Layers cannot be present when PackageType is of type `Image`")
            }
            json = ["ImageUri": image]
        case let other?:
            throw .resource(function.id, "invalid 'PackageType' : \(other.stringValue ?? other.text)")
        }
    }

    private static func zip(_ function: FunctionExpansion) throws(TemplateProblem) -> JSON {
        var code = JSONObject()
        if let text = function.given["InlineCode"] {
            code["ZipFile"] = text
        } else if let place = function.given["CodeUri"] {
            if function.isMapped, place.stringValue?.hasPrefix("s3://") == false { return place }
            let location = try CodeLocation(place, property: "CodeUri", of: function.id)
            code["S3Bucket"] = location.bucket
            code["S3Key"] = location.key
            code["S3ObjectVersion"] = location.version
            code["S3ObjectStorageMode"] = place["StorageMode"]
        } else {
            throw .resource(function.id, "Only one of 'InlineCode' or 'CodeUri' can be set.")
        }
        code["SourceKMSKeyArn"] = function.given["SourceKMSKeyArn"]
        return .object(code)
    }
}
