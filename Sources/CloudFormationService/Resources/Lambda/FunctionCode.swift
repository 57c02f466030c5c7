import AWSWire
import Digests
import JSONTree
import PluginHost

/// Where a function's code comes from: a package that is installed here, or the template's zip.
struct FunctionCode: Sendable {
    /// `Code` of `CreateFunction`.
    let input: JSON
    /// Whether it is a package.
    let isPackage: Bool

    /// The code of a function: the package it is mapped to, before what the template says.
    static func of(_ work: ResourceWork) async throws(ServiceError) -> FunctionCode {
        let code = work.properties["Code"] ?? .emptyObject
        if let package = package(work) {
            return FunctionCode(input: ["ImageUri": .string("plugin://\(package)")], isPackage: true)
        }
        if let uri = code["ImageUri"] { return FunctionCode(input: ["ImageUri": uri], isPackage: true) }
        if let text = code["ZipFile"]?.stringValue {
            return FunctionCode(input: ["ZipFile": .string(zip(text, work))], isPackage: false)
        }
        guard let bucket = code["S3Bucket"]?.stringValue, let key = code["S3Key"]?.stringValue else {
            throw .validation("Please provide a source for function code.")
        }
        let place = ObjectPlace(bucket: bucket, key: key, version: code["S3ObjectVersion"]?.stringValue)
        let bytes = try await work.surroundings.object(place, work.context, bytesMax: 262_144_000)
        return FunctionCode(input: ["ZipFile": .string(Base64.encode(bytes))], isPackage: false)
    }

    /// The package a function is, if it is said: by the template's metadata, by a tag, or when the server was started.
    private static func package(_ work: ResourceWork) -> String? {
        if let name = work.metadata?["Newel"]?["Package"]?.stringValue { return name }
        if let tag = work.tags.first(where: { $0.key == "newel:package" }) { return tag.value }
        return work.surroundings.packages[work.logicalID] ?? work.surroundings.packages[work.name]
    }

    /// Source text as a zip, as CloudFormation makes one: `index.py` or `index.js`.
    private static func zip(_ text: String, _ work: ResourceWork) -> String {
        var writer = ZipWriter()
        let isPython = work.text("Runtime")?.hasPrefix("python") ?? false
        writer.add(isPython ? "index.py" : "index.js", Array(text.utf8), isExecutable: false)
        return Base64.encode(writer.finish())
    }

    /// A refusal of code that cannot run here, with what can be done about it.
    static func advised(_ error: ServiceError, _ work: ResourceWork, _ code: FunctionCode) -> ServiceError {
        guard !code.isPackage, error.code == "InvalidParameterValueException" else { return error }
        var error = error
        error.message +=
            " To run an installed package in its place, name it: in the template as Metadata: {Newel: {Package: NAME}} of \(work.logicalID), as its tag newel:package, or with --map \(work.logicalID)=NAME of 'newel deploy' and 'newel up'."
        return error
    }
}
