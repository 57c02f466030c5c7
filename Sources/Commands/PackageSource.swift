import Digests
import Glibc
import OutboundHTTP
import PluginHost

/// Where a package is to be had: a file, a folder, or a URL.
struct PackageSource {
    /// A package as one file.
    struct Fetched {
        /// `greet.zip` or `libgreet.so`.
        let name: String
        let bytes: [UInt8]
    }

    private let place: String
    private let sha256: String?
    private static let sums = "SHA256SUMS"
    private static let packageBytesMax = PluginHostLimits().packageBytesMax
    private static let redirectsMax = 5

    /// - Parameter sha256: What the file must have, in lower-case hex.
    init(_ place: String, sha256: String?) {
        (self.place, self.sha256) = (place, sha256)
    }

    /// Reads it, and checks what there is to check it by.
    func fetch() async throws -> Fetched {
        if place.hasPrefix("http://") || place.hasPrefix("https://") {
            return place.hasSuffix("/") ? try await remoteFolder() : try await remoteFile()
        }
        var facts = stat()
        guard stat(place, &facts) == 0 else {
            throw CommandFailure("\(place) cannot be read: \(String(cString: strerror(errno)))", exitCode: 2)
        }
        return facts.st_mode & S_IFMT == S_IFDIR ? try localFolder() : try localFile()
    }

    private func localFolder() throws -> Fetched {
        guard sha256 == nil else {
            throw CommandFailure("--sha256 is about one file, and \(place) is a folder.", exitCode: 2)
        }
        do throws(PackageProblem) {
            return Fetched(name: "\(Self.lastPart(place)).zip", bytes: try PackageWriter.archive(folder: place))
        } catch { throw CommandFailure(error.message) }
    }

    private func localFile() throws -> Fetched {
        let bytes = try FileContent.read(place)
        let name = Self.lastPart(place)
        let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
        let listed = (try? FileContent.read(folder + Self.sums)).flatMap { Self.list($0)[name] }  // there need be none
        try check(bytes, name, against: sha256 ?? listed)
        return Fetched(name: name, bytes: bytes)
    }

    private func remoteFile() async throws -> Fetched {
        let path = place.split(separator: "?")[0]
        let name = Self.lastPart(String(path))
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        let client = OutboundClient()
        defer { client.close() }
        guard let bytes = try await Self.get(place, through: client) else {
            throw CommandFailure("\(place) is not there.", exitCode: 2)
        }
        var wanted = sha256
        if wanted == nil, let sums = try await Self.get(folder + Self.sums, through: client) {
            wanted = Self.list(sums)[name]
        }
        guard let wanted else {
            throw CommandFailure(
                "Nothing says what \(place) must be: there is no \(Self.sums) beside it that lists it. If you trust what was sent just now, give --sha256 \(Digests.hex(Digests.sha256(bytes))).",
                exitCode: 2)
        }
        try check(bytes, name, against: wanted)
        return Fetched(name: name, bytes: bytes)
    }

    /// The files that the list of a folder names, as one zip; or the one zip it names.
    private func remoteFolder() async throws -> Fetched {
        let client = OutboundClient()
        defer { client.close() }
        guard let sums = try await Self.get(place + Self.sums, through: client) else {
            throw CommandFailure(
                "\(place) is no folder of a package: there is no \(Self.sums) that lists its files.", exitCode: 2)
        }
        if let sha256 { try check(sums, Self.sums, against: sha256) }
        let listed = Self.list(sums)
        let zips = listed.keys.filter { $0.hasSuffix(".zip") && !$0.contains("/") }
        guard listed[PackageManifest.fileName] != nil || zips.count == 1 else {
            let names = zips.isEmpty ? "no zip" : zips.sorted().joined(separator: ", ")
            throw CommandFailure(
                "\(place)\(Self.sums) lists neither a \(PackageManifest.fileName) nor exactly one zip: \(names). Give the URL of one.",
                exitCode: 2)
        }
        let isUnpacked = listed[PackageManifest.fileName] != nil
        var (files, rest): ([(path: String, bytes: [UInt8])], Int) = ([], PluginHostLimits().unpackedBytesMax)
        for (path, wanted) in isUnpacked ? listed.sorted(by: { $0.key < $1.key }) : [(zips[0], listed[zips[0]] ?? "")] {
            let url = place + PercentEncoding.encode(path, keeping: "/")
            guard let bytes = try await Self.get(url, through: client) else {
                throw CommandFailure("\(url) is not there, but \(Self.sums) lists it.", exitCode: 2)
            }
            try check(bytes, path, against: wanted)
            rest -= bytes.count
            guard rest >= 0 else { throw CommandFailure("\(place) has more bytes than a package may have.") }
            files.append((path, bytes))
        }
        guard isUnpacked else { return Fetched(name: files[0].path, bytes: files[0].bytes) }
        do throws(PackageProblem) {
            return Fetched(name: "\(Self.lastPart(place)).zip", bytes: try PackageWriter.archive(files: files))
        } catch { throw CommandFailure(error.message) }
    }

    private func check(_ bytes: [UInt8], _ name: String, against wanted: String?) throws {
        guard let wanted else { return }
        let found = Digests.hex(Digests.sha256(bytes))
        guard found == wanted else {
            throw CommandFailure("\(name) is not what it should be: its SHA-256 is \(found), not \(wanted).")
        }
    }

    /// What a URL answers; `nil` for 404. Follows redirections, but none from https to http.
    private static func get(_ url: some StringProtocol, through client: OutboundClient) async throws -> [UInt8]? {
        var url = String(url)
        for _ in 0...redirectsMax {
            let request = OutboundRequest(
                method: "GET", url: url, headers: [HTTPField("User-Agent", "newel")], body: nil, timeout: .seconds(120),
                responseBytesMax: packageBytesMax)
            let response: OutboundResponse
            do throws(OutboundError) { response = try await client.send(request) } catch {
                throw CommandFailure("\(url) cannot be had: \(error.message)", exitCode: 2)
            }
            switch response.status {
            case 200: return response.body
            case 404: return nil
            case 301, 302, 303, 307, 308:
                guard let next = response.header("Location"),
                    next.hasPrefix("https://") || next.hasPrefix("http://") && url.hasPrefix("http://")
                else {
                    throw CommandFailure(
                        "\(url) leads to '\(response.header("Location") ?? "")', where Newel does not follow.",
                        exitCode: 2)
                }
                url = next
            default:
                throw CommandFailure(
                    "\(url) cannot be had: it answers \(response.status) \(response.reason).", exitCode: 2)
            }
        }
        throw CommandFailure("\(url) cannot be had: too many redirections.", exitCode: 2)
    }

    /// The lines of sha256sum: digest, two characters, path. Lines of another form are passed over.
    private static func list(_ bytes: [UInt8]) -> [String: String] {
        var list: [String: String] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let digest = line.prefix(64).lowercased()
            var path = line.dropFirst(66)
            if path.hasPrefix("./") { path = path.dropFirst(2) }
            guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit), !path.isEmpty else { continue }
            list[String(path)] = digest
        }
        return list
    }

    private static func lastPart(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "plugin")
    }
}
