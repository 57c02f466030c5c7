import Foundation
import Glibc
import Testing

@testable import Commands

@Suite(.serialized) struct ExaminationTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "newel-examination-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    @Test func whatLiesBesideTheExecutableIsFound() throws {
        try fill()
        #expect(state("newel-worker") == .present)
        #expect(state("plugin ApproveSqs") == .present)
        try remove()
    }

    @Test func whatIsNotBesideTheExecutableIsMissedWithAWayToGetIt() throws {
        let findings = examination().findings.filter { $0.state == .missing }
        #expect(findings.map(\.subject).prefix(2) == ["newel-worker", "plugin CheckStockPrice"])
        #expect(findings.allSatisfy { !$0.remedy.isEmpty })
        try remove()
    }

    @Test func aPortInUseIsMissed() throws {
        let (listener, port) = try listener(after: { #expect(state("port \($0)", port: $0) == .present) })
        #expect(state("port \(port)", port: port) == .missing)
        close(listener)
        try remove()
    }

    @Test func aNewelThatServesAlreadyIsNoFault() throws {
        let (listener, port) = try listener()
        let lock = open("\(folder)/newel.lock", O_RDWR | O_CREAT, 0o600)
        try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
        #expect(write(lock, "4711\n", 5) == 5)
        let findings = examination(port: port).findings
        #expect(findings.first { $0.subject == "data folder" }?.detail.hasSuffix("in use by process 4711") == true)
        #expect(findings.first { $0.subject == "port \(port)" }?.state == .optional)
        close(lock)
        close(listener)
        try remove()
    }

    @Test func anExaminationMakesNothing() throws {
        _ = examination().findings
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        #expect(
            Examination(executableDirectory: folder, dataFolder: "\(folder)/a/b", port: 0).findings.contains {
                $0.detail.hasPrefix("\(folder)/a/b (")
            })
        try remove()
    }

    @Test(arguments: ["cc", "g++", "cargo", "go", "zig", "swift", "make"])
    func toolsOfEveryLanguageAreLookedFor(tool: String) throws {
        let finding = try #require(examination().findings.first { $0.subject == tool })
        #expect(finding.state == .present ? finding.detail.hasSuffix("/\(tool)") : finding.remedy.contains("install"))
        try remove()
    }

    @Test func versionsOfLibrariesAreNumbers() throws {
        for subject in ["SQLite", "curl", "zlib"] {
            #expect(examination().findings.first { $0.subject == subject }?.detail.first?.isNumber == true)
        }
        try remove()
    }

    private func examination(port: Int = 0) -> Examination {
        Examination(executableDirectory: folder, dataFolder: folder, port: port)
    }

    private func state(_ subject: String, port: Int = 0) -> Finding.State? {
        examination(port: port).findings.first { $0.subject == subject }?.state
    }

    private func fill() throws {
        for name in ["newel-worker"]
            + ["CheckStockPrice", "GenerateBuySellRecommendation", "BuyStock", "SellStock", "ApproveSqs"].map({
                "lib\($0).so"
            })
        {
            try #require(
                FileManager.default.createFile(
                    atPath: "\(folder)/\(name)", contents: nil, attributes: [.posixPermissions: 0o755]))
        }
    }

    private func remove() throws { try FileManager.default.removeItem(atPath: folder) }

    /// A socket that listens on a port of the loopback which was free and which the system gives to nobody who does not name it, so that no other
    /// test takes it meanwhile.
    ///
    /// - Parameter examined: Called with the port while it is free.
    private func listener(after examined: (Int) -> Void = { _ in }) throws -> (Int32, Int) {
        for port in (20_000..<30_000).shuffled() {
            guard let probe = listens(on: port) else { continue }
            close(probe)
            examined(port)
            return (try #require(listens(on: port)), port)
        }
        throw POSIXError(.EADDRINUSE)
    }

    private func listens(on port: Int) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let isListening = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 && listen(descriptor, 1) == 0
            }
        }
        if isListening { return descriptor }
        close(descriptor)
        return nil
    }
}
