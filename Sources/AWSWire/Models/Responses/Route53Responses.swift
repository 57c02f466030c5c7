// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `route53`.
    static let route53 = ModelReader.read(
        #"""
        service route53 - - - - coral
        action changeResourceRecordSets - ChangeResourceRecordSetsResponse
        action getChange - GetChangeResponse
        action listHostedZones - ListHostedZonesResponse
        action listResourceRecordSets - ListResourceRecordSetsResponse
        boolean -boolean
        integer -integer
        integer Bias -99..99
        integer ResourceRecordSetWeight 0..255
        integer TTL 0..2147483647
        list HostedZones HostedZone -
        list ResourceRecordSets ResourceRecordSet -
        list ResourceRecords ResourceRecord - 1..
        string -string
        string AWSRegion 1..64
        string AcceleratedRecoveryStatus enum ENABLING,ENABLE_FAILED,ENABLING_HOSTED_ZONE_LOCKED,ENABLED,DISABLING,DISABLE_FAILED,DISABLED,DISABLING_HOSTED_ZONE_LOCKED
        string ChangeStatus enum PENDING,INSYNC
        string CidrLocationNameDefaultAllowed 1..16
        string DNSName ..1024
        string GeoLocationContinentCode 2..2
        string GeoLocationCountryCode 1..2
        string GeoLocationSubdivisionCode 1..3
        string HealthCheckId ..64
        string Latitude 1..6
        string LocalZoneGroup 1..64
        string Longitude 1..7
        string Nonce 1..128
        string PageMarker ..64
        string RData ..4000
        string RRType enum SOA,A,TXT,NS,CNAME,MX,NAPTR,PTR,SRV,SPF,AAAA,CAA,DS,TLSA,SSHFP,SVCB,HTTPS
        string ResourceDescription ..256
        string ResourceId ..32
        string ResourceRecordSetFailover enum PRIMARY,SECONDARY
        string ResourceRecordSetIdentifier 1..128
        string ResourceRecordSetRegion 1..64 enum us-east-1,us-east-2,us-west-1,us-west-2,ca-central-1,eu-west-1,eu-west-2,eu-west-3,eu-central-1,eu-central-2,ap-southeast-1,ap-southeast-2,ap-southeast-3,ap-northeast-1,ap-northeast-2,ap-northeast-3,eu-north-1,sa-east-1,cn-north-1,cn-northwest-1,ap-east-1,me-south-1,me-central-1,ap-south-1,ap-south-2,af-south-1,eu-south-1,eu-south-2,ap-southeast-4,il-central-1,ca-west-1,ap-southeast-5,mx-central-1,ap-southeast-7,us-gov-east-1,us-gov-west-1,ap-east-2,ap-southeast-6,eusc-de-east-1
        string ServicePrincipal ..128
        string TrafficPolicyInstanceId 1..36
        structure AliasTarget HostedZoneId*:ResourceId DnsName*:DNSName EvaluateTargetHealth*:-boolean
        structure ChangeInfo Id*:ResourceId Status*:ChangeStatus SubmittedAt*:-timestamp Comment:ResourceDescription
        structure ChangeResourceRecordSetsResponse ChangeInfo*:ChangeInfo
        structure CidrRoutingConfig CollectionId*:-string LocationName*:CidrLocationNameDefaultAllowed
        structure Coordinates Latitude*:Latitude Longitude*:Longitude
        structure GeoLocation ContinentCode:GeoLocationContinentCode CountryCode:GeoLocationCountryCode SubdivisionCode:GeoLocationSubdivisionCode
        structure GeoProximityLocation AwsRegion:AWSRegion LocalZoneGroup:LocalZoneGroup Coordinates:Coordinates Bias:Bias
        structure GetChangeResponse ChangeInfo*:ChangeInfo
        structure HostedZone Id*:ResourceId Name*:DNSName CallerReference*:Nonce Config:HostedZoneConfig ResourceRecordSetCount:-integer LinkedService:LinkedService Features:HostedZoneFeatures
        structure HostedZoneConfig Comment:ResourceDescription PrivateZone:-boolean
        structure HostedZoneFailureReasons AcceleratedRecovery:-string
        structure HostedZoneFeatures AcceleratedRecoveryStatus:AcceleratedRecoveryStatus FailureReasons:HostedZoneFailureReasons
        structure LinkedService ServicePrincipal:ServicePrincipal Description:ResourceDescription
        structure ListHostedZonesResponse HostedZones*:HostedZones Marker*:PageMarker IsTruncated*:-boolean NextMarker:PageMarker MaxItems*:-string
        structure ListResourceRecordSetsResponse ResourceRecordSets*:ResourceRecordSets IsTruncated*:-boolean NextRecordName:DNSName NextRecordType:RRType NextRecordIdentifier:ResourceRecordSetIdentifier MaxItems*:-string
        structure ResourceRecord Value*:RData
        structure ResourceRecordSet Name*:DNSName Type*:RRType SetIdentifier:ResourceRecordSetIdentifier Weight:ResourceRecordSetWeight Region:ResourceRecordSetRegion GeoLocation:GeoLocation Failover:ResourceRecordSetFailover MultiValueAnswer:-boolean Ttl:TTL ResourceRecords:ResourceRecords AliasTarget:AliasTarget HealthCheckId:HealthCheckId TrafficPolicyInstanceId:TrafficPolicyInstanceId CidrRoutingConfig:CidrRoutingConfig GeoProximityLocation:GeoProximityLocation
        timestamp -timestamp
        """#)
}
