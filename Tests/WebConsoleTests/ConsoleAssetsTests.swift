import AWSWire
import Foundation
import JSONTree
import Testing

@testable import WebConsole

/// The files of the pages, as they are in the executable.
struct ConsoleAssetsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/CConsoleAssets/assets").standardized

    private func get(_ name: String, _ headers: [(name: String, value: String)] = []) -> WireReply {
        ConsoleAssets.asset(name, WireRequest(method: "GET", path: "/", headers: headers))
    }

    @Test func everyFileOfTheFolderIsServedAsItIs() throws {
        let found = FileManager.default.enumerator(atPath: Self.folder.path)?.compactMap { $0 as? String } ?? []
        let files = found.filter { $0.contains(".") }.map { "assets/\($0)" }.sorted()
        #expect(files == ConsoleAssets.names.filter { $0.hasPrefix("assets/") })
        for name in files {
            let path = Self.folder.appending(path: name.dropFirst("assets/".count).description)
            #expect(try Data(contentsOf: path) == Data(get(name).body), "\(name)")
        }
    }

    @Test(arguments: [
        ("assets/app.js", "text/javascript; charset=utf-8"), ("assets/app.css", "text/css; charset=utf-8"),
        ("assets/icon.svg", "image/svg+xml"), ("assets/index.html", "text/html; charset=utf-8"),
    ])
    func filesHaveTheirTypeAndAreAskedForOnce(name: String, type: String) throws {
        let reply = get(name)
        #expect(reply.header("Content-Type") == type)
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        let tag = try #require(reply.header("ETag"))
        let again = get(name, [("if-none-match", tag)])
        #expect(again.status == 304 && again.body.isEmpty)
        #expect(get(name, [("if-none-match", "\"other\"")]).status == 200)
    }

    @Test func everySampleWithATemplateIsInTheGallery() throws {
        let samples = Self.folder.appending(path: "../../../Samples").standardized
        let folders = try FileManager.default.contentsOfDirectory(atPath: samples.path).filter {
            FileManager.default.fileExists(atPath: samples.appending(path: "\($0)/template.json").path)
        }
        #expect(folders.count >= 5)
        #expect(SampleCatalogue.all.count == folders.count)
        for sample in SampleCatalogue.all {
            #expect(sample.template["Resources"]?[sample.facts["machine"]?.stringValue ?? ""] != nil, "\(sample.id)")
            #expect(sample.definition["StartAt"]?.stringValue != nil, "\(sample.id) has no picture")
            for language in ["en", "ko"] {
                #expect(sample.facts["title"]?[language]?.stringValue?.isEmpty == false, "\(sample.id) in \(language)")
            }
        }
    }

    @Test func nothingElseIsServed() {
        #expect(get("assets/../assets.c").status == 404)
        #expect(ConsoleAssets.asset("assets/app.js", WireRequest(method: "POST", path: "/")).status == 405)
    }

    @Test(arguments: [
        (nil, "en"), ("ko-KR,ko;q=0.9,en;q=0.8", "ko"), ("en-US,en;q=0.9,ko;q=0.8", "en"), ("fr", "en"),
        ("en;q=0.2, ko;q=0.7", "ko"), ("*", "en"), ("fr, ko-KR;q=0.1", "ko"),
    ])
    func thePageIsInTheLanguageThatWasAskedFor(accept: String?, language: String) {
        let headers = accept.map { [(name: "accept-language", value: $0)] } ?? []
        let reply = ConsoleAssets.page(WireRequest(method: "GET", path: "/", headers: headers))
        #expect(
            String(decoding: reply.body, as: UTF8.self).contains(
                "<html lang=\"\(language)\" data-asked=\"\(language)\">"))
    }
}

extension WireReply {
    /// The value of a header.
    fileprivate func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
