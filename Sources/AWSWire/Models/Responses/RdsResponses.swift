// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `rds`.
    static let rds = ModelReader.read(
        #"""
        service rds - - - - coral
        action createDBSnapshot - CreateDBSnapshotResult
        action deleteDBSnapshot - DeleteDBSnapshotResult
        action describeDBInstances - DBInstanceMessage
        action describeDBSnapshots - DBSnapshotMessage
        action rebootDBInstance - RebootDBInstanceResult
        action startDBInstance - StartDBInstanceResult
        action startExportTask - ExportTask
        action stopDBInstance - StopDBInstanceResult
        boolean -boolean
        integer -integer
        list AdditionalStorageVolumesList AdditionalStorageVolume -
        list AdditionalStorageVolumesOutputList AdditionalStorageVolumeOutput -
        list DBInstanceAutomatedBackupsReplicationList DBInstanceAutomatedBackupsReplication -
        list DBInstanceList DBInstance -
        list DBInstanceRoles DBInstanceRole -
        list DBInstanceStatusInfoList DBInstanceStatusInfo -
        list DBParameterGroupStatusList DBParameterGroupStatus -
        list DBSecurityGroupMembershipList DBSecurityGroupMembership -
        list DBSnapshotList DBSnapshot -
        list DomainMembershipList DomainMembership -
        list LogTypeList -string -
        list OptionGroupMembershipList OptionGroupMembership -
        list ProcessorFeatureList ProcessorFeature -
        list ReadReplicaDBClusterIdentifierList -string -
        list ReadReplicaDBInstanceIdentifierList -string -
        list StringList -string -
        list SubnetList Subnet -
        list TagList Tag -
        list VpcSecurityGroupMembershipList VpcSecurityGroupMembership -
        string -string
        string ActivityStreamMode enum sync,async
        string ActivityStreamPolicyStatus enum locked,unlocked,locking-policy,unlocking-policy
        string ActivityStreamStatus enum stopped,starting,started,stopping
        string AutomationMode enum full,all-paused
        string DatabaseInsightsMode enum standard,advanced
        string ExportSourceType enum SNAPSHOT,CLUSTER
        string ReplicaMode enum open-read-only,mounted
        string StorageEncryptionType enum none,sse-kms,sse-rds
        string UpgradeRolloutOrder enum first,second,last
        structure AdditionalStorageVolume VolumeName*:-string AllocatedStorage:-integer Iops:-integer MaxAllocatedStorage:-integer StorageThroughput:-integer StorageType:-string
        structure AdditionalStorageVolumeOutput VolumeName:-string StorageVolumeStatus:-string AllocatedStorage:-integer Iops:-integer MaxAllocatedStorage:-integer StorageThroughput:-integer StorageType:-string
        structure AvailabilityZone Name:-string
        structure CertificateDetails CaIdentifier:-string ValidTill:-timestamp
        structure CreateDBSnapshotResult DbSnapshot:DBSnapshot
        structure DBInstance DbInstanceIdentifier:-string DbInstanceClass:-string Engine:-string DbInstanceStatus:-string MasterUsername:-string DbName:-string Endpoint:Endpoint AllocatedStorage:-integer InstanceCreateTime:-timestamp PreferredBackupWindow:-string BackupRetentionPeriod:-integer DbSecurityGroups:DBSecurityGroupMembershipList VpcSecurityGroups:VpcSecurityGroupMembershipList DbParameterGroups:DBParameterGroupStatusList AvailabilityZone:-string DbSubnetGroup:DBSubnetGroup PreferredMaintenanceWindow:-string UpgradeRolloutOrder:UpgradeRolloutOrder PendingModifiedValues:PendingModifiedValues LatestRestorableTime:-timestamp MultiAz:-boolean EngineVersion:-string AutoMinorVersionUpgrade:-boolean ReadReplicaSourceDbInstanceIdentifier:-string ReadReplicaDbInstanceIdentifiers:ReadReplicaDBInstanceIdentifierList ReadReplicaDbClusterIdentifiers:ReadReplicaDBClusterIdentifierList ReplicaMode:ReplicaMode LicenseModel:-string Iops:-integer StorageThroughput:-integer OptionGroupMemberships:OptionGroupMembershipList CharacterSetName:-string NcharCharacterSetName:-string SecondaryAvailabilityZone:-string PubliclyAccessible:-boolean StatusInfos:DBInstanceStatusInfoList StorageType:-string StorageEncryptionType:StorageEncryptionType TdeCredentialArn:-string DbInstancePort:-integer DbClusterIdentifier:-string StorageEncrypted:-boolean KmsKeyId:-string DbiResourceId:-string CaCertificateIdentifier:-string DomainMemberships:DomainMembershipList CopyTagsToSnapshot:-boolean MonitoringInterval:-integer EnhancedMonitoringResourceArn:-string MonitoringRoleArn:-string PromotionTier:-integer DbInstanceArn:-string Timezone:-string IamDatabaseAuthenticationEnabled:-boolean DatabaseInsightsMode:DatabaseInsightsMode PerformanceInsightsEnabled:-boolean PerformanceInsightsKmsKeyId:-string PerformanceInsightsRetentionPeriod:-integer EnabledCloudwatchLogsExports:LogTypeList ProcessorFeatures:ProcessorFeatureList DeletionProtection:-boolean AssociatedRoles:DBInstanceRoles ListenerEndpoint:Endpoint MaxAllocatedStorage:-integer TagList:TagList AutomationMode:AutomationMode ResumeFullAutomationModeTime:-timestamp CustomerOwnedIpEnabled:-boolean NetworkType:-string ActivityStreamStatus:ActivityStreamStatus ActivityStreamKmsKeyId:-string ActivityStreamKinesisStreamName:-string ActivityStreamMode:ActivityStreamMode ActivityStreamEngineNativeAuditFieldsIncluded:-boolean AwsBackupRecoveryPointArn:-string DbInstanceAutomatedBackupsReplications:DBInstanceAutomatedBackupsReplicationList BackupTarget:-string AutomaticRestartTime:-timestamp CustomIamInstanceProfile:-string ActivityStreamPolicyStatus:ActivityStreamPolicyStatus CertificateDetails:CertificateDetails DbSystemId:-string MasterUserSecret:MasterUserSecret ReadReplicaSourceDbClusterIdentifier:-string PercentProgress:-string MultiTenant:-boolean DedicatedLogVolume:-boolean IsStorageConfigUpgradeAvailable:-boolean EngineLifecycleSupport:-string AdditionalStorageVolumes:AdditionalStorageVolumesOutputList StorageVolumeStatus:-string
        structure DBInstanceAutomatedBackupsReplication DbInstanceAutomatedBackupsArn:-string
        structure DBInstanceMessage Marker:-string DbInstances:DBInstanceList
        structure DBInstanceRole RoleArn:-string FeatureName:-string Status:-string
        structure DBInstanceStatusInfo StatusType:-string Normal:-boolean Status:-string Message:-string
        structure DBParameterGroupStatus DbParameterGroupName:-string ParameterApplyStatus:-string
        structure DBSecurityGroupMembership DbSecurityGroupName:-string Status:-string
        structure DBSnapshot DbSnapshotIdentifier:-string DbInstanceIdentifier:-string SnapshotCreateTime:-timestamp Engine:-string AllocatedStorage:-integer Status:-string Port:-integer AvailabilityZone:-string VpcId:-string InstanceCreateTime:-timestamp MasterUsername:-string EngineVersion:-string LicenseModel:-string SnapshotType:-string Iops:-integer StorageThroughput:-integer OptionGroupName:-string PercentProgress:-integer SourceRegion:-string SourceDbSnapshotIdentifier:-string StorageType:-string TdeCredentialArn:-string Encrypted:-boolean StorageEncryptionType:StorageEncryptionType BackupRetentionPeriod:-integer PreferredBackupWindow:-string KmsKeyId:-string DbSnapshotArn:-string Timezone:-string IamDatabaseAuthenticationEnabled:-boolean ProcessorFeatures:ProcessorFeatureList DbiResourceId:-string TagList:TagList SnapshotTarget:-string OriginalSnapshotCreateTime:-timestamp SnapshotDatabaseTime:-timestamp DbSystemId:-string MultiTenant:-boolean DedicatedLogVolume:-boolean AdditionalStorageVolumes:AdditionalStorageVolumesList SnapshotAvailabilityZone:-string
        structure DBSnapshotMessage Marker:-string DbSnapshots:DBSnapshotList
        structure DBSubnetGroup DbSubnetGroupName:-string DbSubnetGroupDescription:-string VpcId:-string SubnetGroupStatus:-string Subnets:SubnetList DbSubnetGroupArn:-string SupportedNetworkTypes:StringList
        structure DeleteDBSnapshotResult DbSnapshot:DBSnapshot
        structure DomainMembership Domain:-string Status:-string Fqdn:-string IamRoleName:-string Ou:-string AuthSecretArn:-string DnsIps:StringList
        structure Endpoint Address:-string Port:-integer HostedZoneId:-string
        structure ExportTask ExportTaskIdentifier:-string SourceArn:-string ExportOnly:StringList SnapshotTime:-timestamp TaskStartTime:-timestamp TaskEndTime:-timestamp S3Bucket:-string S3Prefix:-string IamRoleArn:-string KmsKeyId:-string Status:-string PercentProgress:-integer TotalExtractedDataInGb:-integer FailureCause:-string WarningMessage:-string SourceType:ExportSourceType
        structure MasterUserSecret SecretArn:-string SecretStatus:-string KmsKeyId:-string
        structure OptionGroupMembership OptionGroupName:-string Status:-string
        structure Outpost Arn:-string
        structure PendingCloudwatchLogsExports LogTypesToEnable:LogTypeList LogTypesToDisable:LogTypeList
        structure PendingModifiedValues DbInstanceClass:-string AllocatedStorage:-integer MasterUserPassword:-string Port:-integer BackupRetentionPeriod:-integer MultiAz:-boolean EngineVersion:-string LicenseModel:-string Iops:-integer StorageThroughput:-integer DbInstanceIdentifier:-string StorageType:-string CaCertificateIdentifier:-string DbSubnetGroupName:-string PendingCloudwatchLogsExports:PendingCloudwatchLogsExports ProcessorFeatures:ProcessorFeatureList AutomationMode:AutomationMode ResumeFullAutomationModeTime:-timestamp MultiTenant:-boolean IamDatabaseAuthenticationEnabled:-boolean DedicatedLogVolume:-boolean Engine:-string AdditionalStorageVolumes:AdditionalStorageVolumesList
        structure ProcessorFeature Name:-string Value:-string
        structure RebootDBInstanceResult DbInstance:DBInstance
        structure StartDBInstanceResult DbInstance:DBInstance
        structure StopDBInstanceResult DbInstance:DBInstance
        structure Subnet SubnetIdentifier:-string SubnetAvailabilityZone:AvailabilityZone SubnetOutpost:Outpost SubnetStatus:-string
        structure Tag Key:-string Value:-string
        structure VpcSecurityGroupMembership VpcSecurityGroupId:-string Status:-string
        timestamp -timestamp
        """#)
}
