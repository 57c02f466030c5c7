// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `eks`.
    static let eks = ModelReader.read(
        #"""
        service eks - - - - coral
        action createCluster - CreateClusterResponse
        action createFargateProfile - CreateFargateProfileResponse
        action createNodegroup - CreateNodegroupResponse
        action deleteCluster - DeleteClusterResponse
        action deleteFargateProfile - DeleteFargateProfileResponse
        action deleteNodegroup - DeleteNodegroupResponse
        action describeCluster - DescribeClusterResponse
        action listClusters - ListClustersResponse
        boolean -boolean
        integer -integer
        integer Capacity 1..
        integer NonZeroInteger 1..
        integer PercentCapacity 1..100
        integer ZeroCapacity 0..
        list AutoScalingGroupList AutoScalingGroup -
        list ClusterIssueList ClusterIssue -
        list EncryptionConfigList EncryptionConfig - ..1
        list FargateProfileIssueList FargateProfileIssue -
        list FargateProfileSelectors FargateProfileSelector -
        list IssueList Issue -
        list LogSetups LogSetup -
        list LogTypes LogType -
        list NodeRepairConfigOverridesList NodeRepairConfigOverrides -
        list RemoteNodeNetworkList RemoteNodeNetwork - ..1
        list RemotePodNetworkList RemotePodNetwork - ..1
        list StringList -string -
        list taintsList Taint -
        map FargateProfileLabel -string -string - -
        map TagMap TagKey TagValue - - 1..50
        map labelsMap labelKey labelValue - -
        string -string
        string AMITypes enum AL2_x86_64,AL2_x86_64_GPU,AL2_ARM_64,CUSTOM,BOTTLEROCKET_ARM_64,BOTTLEROCKET_x86_64,BOTTLEROCKET_ARM_64_FIPS,BOTTLEROCKET_x86_64_FIPS,BOTTLEROCKET_ARM_64_NVIDIA,BOTTLEROCKET_x86_64_NVIDIA,BOTTLEROCKET_ARM_64_NVIDIA_FIPS,BOTTLEROCKET_x86_64_NVIDIA_FIPS,WINDOWS_CORE_2019_x86_64,WINDOWS_FULL_2019_x86_64,WINDOWS_CORE_2022_x86_64,WINDOWS_FULL_2022_x86_64,WINDOWS_CORE_2025_x86_64,WINDOWS_FULL_2025_x86_64,AL2023_x86_64_STANDARD,AL2023_ARM_64_STANDARD,AL2023_x86_64_NEURON,AL2023_x86_64_NVIDIA,AL2023_ARM_64_NVIDIA
        string AuthenticationMode enum API,API_AND_CONFIG_MAP,CONFIG_MAP
        string CapacityTypes enum ON_DEMAND,SPOT,CAPACITY_BLOCK
        string ClusterIssueCode enum AccessDenied,ClusterUnreachable,ConfigurationConflict,InternalFailure,ResourceLimitExceeded,ResourceNotFound,IamRoleNotFound,VpcNotFound,InsufficientFreeAddresses,Ec2ServiceNotSubscribed,Ec2SubnetNotFound,Ec2SecurityGroupNotFound,KmsGrantRevoked,KmsKeyNotFound,KmsKeyMarkedForDeletion,KmsKeyDisabled,StsRegionalEndpointDisabled,UnsupportedVersion,Other
        string ClusterStatus enum CREATING,ACTIVE,DELETING,FAILED,UPDATING,PENDING
        string FargateProfileIssueCode enum PodExecutionRoleAlreadyInUse,AccessDenied,ClusterUnreachable,InternalFailure
        string FargateProfileStatus enum CREATING,ACTIVE,DELETING,CREATE_FAILED,DELETE_FAILED
        string IpFamily enum ipv4,ipv6
        string LogType enum api,audit,authenticator,controllerManager,scheduler
        string NodegroupIssueCode enum AutoScalingGroupNotFound,AutoScalingGroupInvalidConfiguration,Ec2SecurityGroupNotFound,Ec2SecurityGroupDeletionFailure,Ec2LaunchTemplateNotFound,Ec2LaunchTemplateVersionMismatch,Ec2SubnetNotFound,Ec2SubnetInvalidConfiguration,IamInstanceProfileNotFound,Ec2SubnetMissingIpv6Assignment,IamLimitExceeded,IamNodeRoleNotFound,NodeCreationFailure,AsgInstanceLaunchFailures,InstanceLimitExceeded,InsufficientFreeAddresses,AccessDenied,InternalFailure,ClusterUnreachable,AmiIdNotFound,AutoScalingGroupOptInRequired,AutoScalingGroupRateLimitExceeded,Ec2LaunchTemplateDeletionFailure,Ec2LaunchTemplateInvalidConfiguration,Ec2LaunchTemplateMaxLimitExceeded,Ec2SubnetListTooLong,IamThrottling,NodeTerminationFailure,PodEvictionFailure,SourceEc2LaunchTemplateNotFound,LimitExceeded,Unknown,AutoScalingGroupInstanceRefreshActive,KubernetesLabelInvalid,Ec2LaunchTemplateVersionMaxLimitExceeded,Ec2InstanceTypeDoesNotExist
        string NodegroupStatus enum CREATING,ACTIVE,UPDATING,DELETING,CREATE_FAILED,DELETE_FAILED,DEGRADED
        string NodegroupUpdateStrategies enum DEFAULT,MINIMAL
        string ProvisionedControlPlaneTier enum standard,tier-xl,tier-2xl,tier-4xl,tier-8xl
        string RepairAction enum Replace,Reboot,NoAction
        string SupportType enum STANDARD,EXTENDED
        string TagKey 1..128
        string TagValue ..256
        string TaintEffect enum NO_SCHEDULE,NO_EXECUTE,PREFER_NO_SCHEDULE
        string WarmPoolState enum STOPPED,RUNNING,HIBERNATED
        string labelKey 1..63
        string labelValue 1..63
        string taintKey 1..63
        string taintValue 0..63
        structure AccessConfigResponse BootstrapClusterCreatorAdminPermissions:-boolean AuthenticationMode:AuthenticationMode
        structure AutoScalingGroup Name:-string
        structure BlockStorage Enabled:-boolean
        structure Certificate Data:-string
        structure Cluster Name:-string Arn:-string CreatedAt:-timestamp Version:-string Endpoint:-string RoleArn:-string ResourcesVpcConfig:VpcConfigResponse KubernetesNetworkConfig:KubernetesNetworkConfigResponse Logging:Logging Identity:Identity Status:ClusterStatus CertificateAuthority:Certificate ClientRequestToken:-string PlatformVersion:-string Tags:TagMap EncryptionConfig:EncryptionConfigList ConnectorConfig:ConnectorConfigResponse Id:-string Health:ClusterHealth OutpostConfig:OutpostConfigResponse AccessConfig:AccessConfigResponse UpgradePolicy:UpgradePolicyResponse ZonalShiftConfig:ZonalShiftConfigResponse RemoteNetworkConfig:RemoteNetworkConfigResponse ComputeConfig:ComputeConfigResponse StorageConfig:StorageConfigResponse DeletionProtection:-boolean ControlPlaneScalingConfig:ControlPlaneScalingConfig
        structure ClusterHealth Issues:ClusterIssueList
        structure ClusterIssue Code:ClusterIssueCode Message:-string ResourceIds:StringList
        structure ComputeConfigResponse Enabled:-boolean NodePools:StringList NodeRoleArn:-string
        structure ConnectorConfigResponse ActivationId:-string ActivationCode:-string ActivationExpiry:-timestamp Provider:-string RoleArn:-string
        structure ControlPlanePlacementResponse GroupName:-string
        structure ControlPlaneScalingConfig Tier:ProvisionedControlPlaneTier
        structure CreateClusterResponse Cluster:Cluster
        structure CreateFargateProfileResponse FargateProfile:FargateProfile
        structure CreateNodegroupResponse Nodegroup:Nodegroup
        structure DeleteClusterResponse Cluster:Cluster
        structure DeleteFargateProfileResponse FargateProfile:FargateProfile
        structure DeleteNodegroupResponse Nodegroup:Nodegroup
        structure DescribeClusterResponse Cluster:Cluster
        structure ElasticLoadBalancing Enabled:-boolean
        structure EncryptionConfig Resources:StringList Provider:Provider
        structure FargateProfile FargateProfileName:-string FargateProfileArn:-string ClusterName:-string CreatedAt:-timestamp PodExecutionRoleArn:-string Subnets:StringList Selectors:FargateProfileSelectors Status:FargateProfileStatus Tags:TagMap Health:FargateProfileHealth
        structure FargateProfileHealth Issues:FargateProfileIssueList
        structure FargateProfileIssue Code:FargateProfileIssueCode Message:-string ResourceIds:StringList
        structure FargateProfileSelector Namespace:-string Labels:FargateProfileLabel
        structure Identity Oidc:OIDC
        structure Issue Code:NodegroupIssueCode Message:-string ResourceIds:StringList
        structure KubernetesNetworkConfigResponse ServiceIpv4Cidr:-string ServiceIpv6Cidr:-string IpFamily:IpFamily ElasticLoadBalancing:ElasticLoadBalancing
        structure LaunchTemplateSpecification Name:-string Version:-string Id:-string
        structure ListClustersResponse Clusters:StringList NextToken:-string
        structure LogSetup Types:LogTypes Enabled:-boolean
        structure Logging ClusterLogging:LogSetups
        structure NodeRepairConfig Enabled:-boolean MaxUnhealthyNodeThresholdCount:NonZeroInteger MaxUnhealthyNodeThresholdPercentage:PercentCapacity MaxParallelNodesRepairedCount:NonZeroInteger MaxParallelNodesRepairedPercentage:PercentCapacity NodeRepairConfigOverrides:NodeRepairConfigOverridesList
        structure NodeRepairConfigOverrides NodeMonitoringCondition:-string NodeUnhealthyReason:-string MinRepairWaitTimeMins:NonZeroInteger RepairAction:RepairAction
        structure Nodegroup NodegroupName:-string NodegroupArn:-string ClusterName:-string Version:-string ReleaseVersion:-string CreatedAt:-timestamp ModifiedAt:-timestamp Status:NodegroupStatus CapacityType:CapacityTypes ScalingConfig:NodegroupScalingConfig InstanceTypes:StringList Subnets:StringList RemoteAccess:RemoteAccessConfig AmiType:AMITypes NodeRole:-string Labels:labelsMap Taints:taintsList Resources:NodegroupResources DiskSize:-integer Health:NodegroupHealth UpdateConfig:NodegroupUpdateConfig NodeRepairConfig:NodeRepairConfig LaunchTemplate:LaunchTemplateSpecification Tags:TagMap WarmPoolConfig:WarmPoolConfig
        structure NodegroupHealth Issues:IssueList
        structure NodegroupResources AutoScalingGroups:AutoScalingGroupList RemoteAccessSecurityGroup:-string
        structure NodegroupScalingConfig MinSize:ZeroCapacity MaxSize:Capacity DesiredSize:ZeroCapacity
        structure NodegroupUpdateConfig MaxUnavailable:NonZeroInteger MaxUnavailablePercentage:PercentCapacity UpdateStrategy:NodegroupUpdateStrategies
        structure OIDC Issuer:-string
        structure OutpostConfigResponse OutpostArns*:StringList ControlPlaneInstanceType*:-string ControlPlanePlacement:ControlPlanePlacementResponse
        structure Provider KeyArn:-string
        structure RemoteAccessConfig Ec2SshKey:-string SourceSecurityGroups:StringList
        structure RemoteNetworkConfigResponse RemoteNodeNetworks:RemoteNodeNetworkList RemotePodNetworks:RemotePodNetworkList
        structure RemoteNodeNetwork Cidrs:StringList
        structure RemotePodNetwork Cidrs:StringList
        structure StorageConfigResponse BlockStorage:BlockStorage
        structure Taint Key:taintKey Value:taintValue Effect:TaintEffect
        structure UpgradePolicyResponse SupportType:SupportType
        structure VpcConfigResponse SubnetIds:StringList SecurityGroupIds:StringList ClusterSecurityGroupId:-string VpcId:-string EndpointPublicAccess:-boolean EndpointPrivateAccess:-boolean PublicAccessCidrs:StringList
        structure WarmPoolConfig Enabled:-boolean MinSize:ZeroCapacity MaxGroupPreparedCapacity:-integer PoolState:WarmPoolState ReuseOnScaleIn:-boolean
        structure ZonalShiftConfigResponse Enabled:-boolean
        timestamp -timestamp
        """#)
}
