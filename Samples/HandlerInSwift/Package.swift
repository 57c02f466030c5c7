// swift-tools-version: 6.1
import PackageDescription

// swift build -c release builds .build/release/libOrders.so; --plugins .build/release serves it.
let package = Package(
    name: "Orders",
    products: [.library(name: "Orders", type: .dynamic, targets: ["Orders"])],
    dependencies: [.package(name: "newel", path: "../..")],
    targets: [
        .target(
            name: "Orders", dependencies: [.product(name: "NewelPluginKit", package: "newel")],
            linkerSettings: [.unsafeFlags(["-Xlinker", "-s"], .when(configuration: .release))])
    ])
