import AWSWire

/// The actions of STS.
package enum STSService {
    /// All actions served.
    package static var actions: ServiceActions { ServiceActions(service: "sts", [GetCallerIdentity()]) }
}
