import Digests
import JSONTree
import Testing

@testable import PluginHost

/// A signature holds for exactly the files that were signed, under exactly the keys that are trusted.
struct PackageSignatureTests {
    typealias File = (path: String, bytes: [UInt8])
    private static let files: [File] = [
        ("plugin.json", Array(#"{"name":"a"}"#.utf8)), ("lib/a.so", [1, 2, 3]), ("data/é", []),
    ]
    private let key = Ed25519PrivateKey()

    @Test func whatWasSignedIsTaken() throws {
        let signed = signed(Self.files)
        try PackageTrust().check(signed)
        try trust(key).check(signed)
        // The order of the files says nothing.
        try trust(key).check(signed.reversed())
        #expect(trust(key).state(of: signed) == "signed by \(key.publicKey.name) (trusted: key.pem)")
        #expect(PackageTrust().state(of: Self.files) == "not signed")
    }

    /// Every byte of every file counts, and of every name.
    @Test func noByteMayChange() {
        let signed = signed(Self.files)
        for (index, file) in signed.enumerated() where file.path != PackageSignature.fileName {
            for place in file.bytes.indices {
                var changed = signed
                changed[index].bytes[place] ^= 1
                #expect(refusal(changed) == .badSignature, "\(file.path), byte \(place)")
            }
            var renamed = signed
            renamed[index].path += "x"
            #expect(refusal(renamed) == .badSignature)
            var longer = signed
            longer[index].bytes.append(0)
            #expect(refusal(longer) == .badSignature)
        }
    }

    @Test func noFileMayComeOrGo() {
        let signed = signed(Self.files)
        #expect(refusal(signed + [("extra", [])]) == .badSignature)
        #expect(refusal(signed + [("lib/b.so", [9])]) == .badSignature)
        for index in Self.files.indices {
            var less = signed
            less.remove(at: index)
            #expect(refusal(less) == .badSignature)
        }
        // Contents that change places.
        var swapped = signed
        (swapped[0].bytes, swapped[1].bytes) = (signed[1].bytes, signed[0].bytes)
        #expect(refusal(swapped) == .badSignature)
    }

    @Test func anotherPackagesSignatureDoesNotCount() {
        let other = PackageSignature(of: [("plugin.json", [])], by: key).file
        #expect(refusal(Self.files + [other]) == .badSignature)
    }

    @Test func whoIsNotTrustedDoesNotCount() {
        let stranger = Ed25519PrivateKey()
        #expect(refusal(signed(Self.files, by: stranger)) == .unsigned)
        #expect(refusal(Self.files) == .unsigned)
        // A trusted key's name over a stranger's signature.
        let mine = PackageSignature(of: Self.files, by: key)
        let theirs = PackageSignature(of: Self.files, by: stranger)
        var forged = (try? JSON.parse(mine.file.bytes))?.objectValue ?? JSONObject()
        forged["signature"] = (try? JSON.parse(theirs.file.bytes))?["signature"]
        #expect(refusal(Self.files + [(PackageSignature.fileName, JSON.object(forged).bytes)]) == .badSignature)
    }

    /// A signature that cannot be right is refused wherever signatures are not required, too.
    @Test(arguments: [
        "", "{}", "[]", #"{"signatureVersion":2,"algorithm":"Ed25519","publicKey":"","signature":""}"#,
        #"{"signatureVersion":1,"algorithm":"Ed448","publicKey":"","signature":""}"#,
        #"{"signatureVersion":1,"algorithm":"Ed25519","publicKey":"AAAA","signature":"AAAA"}"#,
        #"{"signatureVersion":1,"algorithm":"Ed25519","publicKey":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","signature":"AAAA"}"#,
    ])
    func aBrokenSignatureIsRefusedAlways(text: String) {
        let files = Self.files + [(PackageSignature.fileName, Array(text.utf8))]
        #expect(refusal(files) == .badSignature)
        #expect(refusal(files, PackageTrust()) == .badSignature)
        var changed = signed(Self.files)
        changed[0].bytes[0] ^= 1
        #expect(refusal(changed, PackageTrust()) == .badSignature)
    }

    private func signed(_ files: [File], by key: Ed25519PrivateKey? = nil) -> [File] {
        files + [PackageSignature(of: files, by: key ?? self.key).file]
    }

    private func trust(_ key: Ed25519PrivateKey) -> PackageTrust {
        PackageTrust(keys: [key.publicKey: "key.pem"], place: "keys")
    }

    private func refusal(_ files: [File], _ trust: PackageTrust? = nil) -> PackageProblem.Code? {
        do throws(PackageProblem) { try (trust ?? self.trust(key)).check(files) } catch { return error.code }
        return nil
    }
}
