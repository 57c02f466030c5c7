// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `ec2`.
    static let ec2 = ModelReader.read(
        #"""
        service ec2 - - - - coral
        action createImage - CreateImageResult
        action createSnapshot - Snapshot
        action describeInstanceStatus - DescribeInstanceStatusResult
        action describeSnapshots - DescribeSnapshotsResult
        action describeSubnets - DescribeSubnetsResult
        action describeVolumes - DescribeVolumesResult
        action describeVpcs - DescribeVpcsResult
        action startInstances - StartInstancesResult
        action stopInstances - StopInstancesResult
        action terminateInstances - TerminateInstancesResult
        boolean -boolean
        integer -integer
        list EbsStatusDetailsList EbsStatusDetails -
        list InstanceStateChangeList InstanceStateChange -
        list InstanceStatusDetailsList InstanceStatusDetails -
        list InstanceStatusEventList InstanceStatusEvent -
        list InstanceStatusList InstanceStatus -
        list SnapshotList Snapshot -
        list SubnetIpv6CidrBlockAssociationSet SubnetIpv6CidrBlockAssociation -
        list SubnetList Subnet -
        list TagList Tag -
        list VolumeAttachmentList VolumeAttachment -
        list VolumeList Volume -
        list VpcCidrBlockAssociationSet VpcCidrBlockAssociation -
        list VpcIpv6CidrBlockAssociationSet VpcIpv6CidrBlockAssociation -
        list VpcList Vpc -
        string -string
        string BlockPublicAccessMode enum off,block-bidirectional,block-ingress
        string EventCode enum instance-reboot,system-reboot,system-maintenance,instance-retirement,instance-stop
        string HostnameType enum ip-name,resource-name
        string InstanceStateName enum pending,running,shutting-down,terminated,stopping,stopped
        string IpSource enum amazon,byoip,none
        string Ipv6AddressAttribute enum public,private
        string SSEType enum sse-ebs,sse-kms,none
        string SnapshotState enum pending,completed,error,recoverable,recovering
        string StatusName enum reachability
        string StatusType enum passed,failed,insufficient-data,initializing
        string StorageTier enum archive,standard
        string SubnetCidrBlockStateCode enum associating,associated,disassociating,disassociated,failing,failed
        string SubnetState enum pending,available,unavailable,failed,failed-insufficient-capacity
        string SummaryStatus enum ok,impaired,insufficient-data,not-applicable,initializing
        string Tenancy enum default,dedicated,host
        string TransferType enum time-based,standard
        string VolumeAttachmentState enum attaching,attached,detaching,detached,busy
        string VolumeState enum creating,available,in-use,deleting,deleted,error
        string VolumeType enum standard,io1,io2,gp2,sc1,st1,gp3
        string VpcCidrBlockStateCode enum associating,associated,disassociating,disassociated,failing,failed
        string VpcEncryptionControlExclusionState enum enabling,enabled,disabling,disabled
        string VpcEncryptionControlMode enum monitor,enforce
        string VpcEncryptionControlState enum enforce-in-progress,monitor-in-progress,enforce-failed,monitor-failed,deleting,deleted,available,creating,delete-failed
        string VpcState enum pending,available
        structure BlockPublicAccessStates InternetGatewayBlockMode:BlockPublicAccessMode
        structure CreateImageResult ImageId:-string
        structure DescribeInstanceStatusResult InstanceStatuses:InstanceStatusList NextToken:-string
        structure DescribeSnapshotsResult NextToken:-string Snapshots:SnapshotList
        structure DescribeSubnetsResult NextToken:-string Subnets:SubnetList
        structure DescribeVolumesResult NextToken:-string Volumes:VolumeList
        structure DescribeVpcsResult NextToken:-string Vpcs:VpcList
        structure EbsStatusDetails ImpairedSince:-timestamp Name:StatusName Status:StatusType
        structure EbsStatusSummary Details:EbsStatusDetailsList Status:SummaryStatus
        structure InstanceState Code:-integer Name:InstanceStateName
        structure InstanceStateChange InstanceId:-string CurrentState:InstanceState PreviousState:InstanceState
        structure InstanceStatus AvailabilityZone:-string AvailabilityZoneId:-string OutpostArn:-string Operator:OperatorResponse Events:InstanceStatusEventList InstanceId:-string InstanceState:InstanceState InstanceStatus:InstanceStatusSummary SystemStatus:InstanceStatusSummary AttachedEbsStatus:EbsStatusSummary
        structure InstanceStatusDetails ImpairedSince:-timestamp Name:StatusName Status:StatusType
        structure InstanceStatusEvent InstanceEventId:-string Code:EventCode Description:-string NotAfter:-timestamp NotBefore:-timestamp NotBeforeDeadline:-timestamp
        structure InstanceStatusSummary Details:InstanceStatusDetailsList Status:SummaryStatus
        structure OperatorResponse Managed:-boolean Principal:-string HiddenByDefault:-boolean
        structure PrivateDnsNameOptionsOnLaunch HostnameType:HostnameType EnableResourceNameDnsARecord:-boolean EnableResourceNameDnsAaaaRecord:-boolean
        structure Snapshot OwnerAlias:-string OutpostArn:-string Tags:TagList StorageTier:StorageTier RestoreExpiryTime:-timestamp SseType:SSEType AvailabilityZone:-string TransferType:TransferType CompletionDurationMinutes:-integer CompletionTime:-timestamp FullSnapshotSizeInBytes:-integer SnapshotId:-string VolumeId:-string State:SnapshotState StateMessage:-string StartTime:-timestamp Progress:-string OwnerId:-string Description:-string VolumeSize:-integer Encrypted:-boolean KmsKeyId:-string DataEncryptionKeyId:-string
        structure StartInstancesResult StartingInstances:InstanceStateChangeList
        structure StopInstancesResult StoppingInstances:InstanceStateChangeList
        structure Subnet AvailabilityZoneId:-string EnableLniAtDeviceIndex:-integer MapCustomerOwnedIpOnLaunch:-boolean CustomerOwnedIpv4Pool:-string OwnerId:-string AssignIpv6AddressOnCreation:-boolean Ipv6CidrBlockAssociationSet:SubnetIpv6CidrBlockAssociationSet Tags:TagList SubnetArn:-string OutpostArn:-string EnableDns64:-boolean Ipv6Native:-boolean PrivateDnsNameOptionsOnLaunch:PrivateDnsNameOptionsOnLaunch BlockPublicAccessStates:BlockPublicAccessStates Type:-string SubnetId:-string State:SubnetState VpcId:-string CidrBlock:-string AvailableIpAddressCount:-integer AvailabilityZone:-string DefaultForAz:-boolean MapPublicIpOnLaunch:-boolean
        structure SubnetCidrBlockState State:SubnetCidrBlockStateCode StatusMessage:-string
        structure SubnetIpv6CidrBlockAssociation AssociationId:-string Ipv6CidrBlock:-string Ipv6CidrBlockState:SubnetCidrBlockState Ipv6AddressAttribute:Ipv6AddressAttribute IpSource:IpSource
        structure Tag Key:-string Value:-string
        structure TerminateInstancesResult TerminatingInstances:InstanceStateChangeList
        structure Volume AvailabilityZoneId:-string OutpostArn:-string SourceVolumeId:-string Iops:-integer Tags:TagList VolumeType:VolumeType FastRestored:-boolean MultiAttachEnabled:-boolean Throughput:-integer SseType:SSEType Operator:OperatorResponse VolumeInitializationRate:-integer VolumeId:-string Size:-integer SnapshotId:-string AvailabilityZone:-string State:VolumeState CreateTime:-timestamp Attachments:VolumeAttachmentList Encrypted:-boolean KmsKeyId:-string
        structure VolumeAttachment DeleteOnTermination:-boolean AssociatedResource:-string InstanceOwningService:-string EbsCardIndex:-integer VolumeId:-string InstanceId:-string Device:-string State:VolumeAttachmentState AttachTime:-timestamp
        structure Vpc OwnerId:-string InstanceTenancy:Tenancy Ipv6CidrBlockAssociationSet:VpcIpv6CidrBlockAssociationSet CidrBlockAssociationSet:VpcCidrBlockAssociationSet IsDefault:-boolean EncryptionControl:VpcEncryptionControl Tags:TagList BlockPublicAccessStates:BlockPublicAccessStates VpcId:-string State:VpcState CidrBlock:-string DhcpOptionsId:-string
        structure VpcCidrBlockAssociation AssociationId:-string CidrBlock:-string CidrBlockState:VpcCidrBlockState
        structure VpcCidrBlockState State:VpcCidrBlockStateCode StatusMessage:-string
        structure VpcEncryptionControl VpcId:-string VpcEncryptionControlId:-string Mode:VpcEncryptionControlMode State:VpcEncryptionControlState StateMessage:-string ResourceExclusions:VpcEncryptionControlExclusions Tags:TagList
        structure VpcEncryptionControlExclusion State:VpcEncryptionControlExclusionState StateMessage:-string
        structure VpcEncryptionControlExclusions InternetGateway:VpcEncryptionControlExclusion EgressOnlyInternetGateway:VpcEncryptionControlExclusion NatGateway:VpcEncryptionControlExclusion VirtualPrivateGateway:VpcEncryptionControlExclusion VpcPeering:VpcEncryptionControlExclusion Lambda:VpcEncryptionControlExclusion VpcLattice:VpcEncryptionControlExclusion ElasticFileSystem:VpcEncryptionControlExclusion
        structure VpcIpv6CidrBlockAssociation AssociationId:-string Ipv6CidrBlock:-string Ipv6CidrBlockState:VpcCidrBlockState NetworkBorderGroup:-string Ipv6Pool:-string Ipv6AddressAttribute:Ipv6AddressAttribute IpSource:IpSource
        timestamp -timestamp
        """#)
}
