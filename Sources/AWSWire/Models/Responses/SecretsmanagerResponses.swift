// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `secretsmanager`.
    static let secretsmanager = ModelReader.read(
        #"""
        service secretsmanager - - - - coral
        action batchGetSecretValue - BatchGetSecretValueResponse
        action cancelRotateSecret - CancelRotateSecretResponse
        action createSecret - CreateSecretResponse
        action deleteResourcePolicy - DeleteResourcePolicyResponse
        action deleteSecret - DeleteSecretResponse
        action describeSecret - DescribeSecretResponse
        action getRandomPassword - GetRandomPasswordResponse
        action getResourcePolicy - GetResourcePolicyResponse
        action getSecretValue - GetSecretValueResponse
        action listSecretVersionIds - ListSecretVersionIdsResponse
        action listSecrets - ListSecretsResponse
        action putResourcePolicy - PutResourcePolicyResponse
        action putSecretValue - PutSecretValueResponse
        action removeRegionsFromReplication - RemoveRegionsFromReplicationResponse
        action replicateSecretToRegions - ReplicateSecretToRegionsResponse
        action restoreSecret - RestoreSecretResponse
        action rotateSecret - RotateSecretResponse
        action stopReplicationToReplica - StopReplicationToReplicaResponse
        action updateSecret - UpdateSecretResponse
        action updateSecretVersionStage - UpdateSecretVersionStageResponse
        action validateResourcePolicy - ValidateResourcePolicyResponse
        blob SecretBinaryType 1..65536
        boolean -boolean
        integer AutomaticallyRotateAfterDaysType 1..1000
        list APIErrorListType APIErrorType -
        list ExternalSecretRotationMetadataType ExternalSecretRotationMetadataItem -
        list KmsKeyIdListType KmsKeyIdType -
        list ReplicationStatusListType ReplicationStatusType -
        list SecretListType SecretListEntry -
        list SecretValuesType SecretValueEntry -
        list SecretVersionStagesType SecretVersionStageType - 1..20
        list SecretVersionsListType SecretVersionsListEntry -
        list TagListType Tag -
        list ValidationErrorsType ValidationErrorsEntry -
        map SecretVersionsToStagesMapType SecretVersionIdType SecretVersionStagesType - -
        string -string
        string DescriptionType ..2048
        string DurationType 2..3
        string ExternalSecretRotationMetadataItemKeyType 1..256
        string ExternalSecretRotationMetadataItemValueType 1..2048
        string KmsKeyIdType 0..2048
        string MedeaTypeType 0..256
        string NameType 1..512
        string NextTokenType 1..4096
        string NonEmptyResourcePolicyType 1..20480
        string OwningServiceType 1..128
        string RandomPasswordType 0..4096
        string RegionType 1..128
        string RoleARNType 20..2048
        string RotationLambdaARNType 0..2048
        string ScheduleExpressionType 1..256
        string SecretARNType 20..2048
        string SecretIdType 1..2048
        string SecretNameType 1..256
        string SecretStringType 1..65536
        string SecretVersionIdType 32..64
        string SecretVersionStageType 1..256
        string StatusMessageType 1..4096
        string StatusType enum InSync,Failed,InProgress
        string TagKeyType 1..128
        string TagValueType 0..256
        structure APIErrorType SecretId:SecretIdType ErrorCode:-string Message:-string
        structure BatchGetSecretValueResponse SecretValues:SecretValuesType NextToken:NextTokenType Errors:APIErrorListType
        structure CancelRotateSecretResponse Arn:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType
        structure CreateSecretResponse Arn:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType ReplicationStatus:ReplicationStatusListType
        structure DeleteResourcePolicyResponse Arn:SecretARNType Name:NameType
        structure DeleteSecretResponse Arn:SecretARNType Name:SecretNameType DeletionDate:-timestamp
        structure DescribeSecretResponse Arn:SecretARNType Name:SecretNameType Type:MedeaTypeType Description:DescriptionType KmsKeyId:KmsKeyIdType RotationEnabled:-boolean RotationLambdaArn:RotationLambdaARNType RotationRules:RotationRulesType ExternalSecretRotationMetadata:ExternalSecretRotationMetadataType ExternalSecretRotationRoleArn:RoleARNType LastRotatedDate:-timestamp LastChangedDate:-timestamp LastAccessedDate:-timestamp DeletedDate:-timestamp NextRotationDate:-timestamp Tags:TagListType VersionIdsToStages:SecretVersionsToStagesMapType OwningService:OwningServiceType CreatedDate:-timestamp PrimaryRegion:RegionType ReplicationStatus:ReplicationStatusListType
        structure ExternalSecretRotationMetadataItem Key:ExternalSecretRotationMetadataItemKeyType Value:ExternalSecretRotationMetadataItemValueType
        structure GetRandomPasswordResponse RandomPassword:RandomPasswordType
        structure GetResourcePolicyResponse Arn:SecretARNType Name:NameType ResourcePolicy:NonEmptyResourcePolicyType
        structure GetSecretValueResponse Arn:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType SecretBinary:SecretBinaryType SecretString:SecretStringType VersionStages:SecretVersionStagesType CreatedDate:-timestamp
        structure ListSecretVersionIdsResponse Versions:SecretVersionsListType NextToken:NextTokenType Arn:SecretARNType Name:SecretNameType
        structure ListSecretsResponse SecretList:SecretListType NextToken:NextTokenType
        structure PutResourcePolicyResponse Arn:SecretARNType Name:NameType
        structure PutSecretValueResponse Arn:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType VersionStages:SecretVersionStagesType
        structure RemoveRegionsFromReplicationResponse Arn:SecretARNType ReplicationStatus:ReplicationStatusListType
        structure ReplicateSecretToRegionsResponse Arn:SecretARNType ReplicationStatus:ReplicationStatusListType
        structure ReplicationStatusType Region:RegionType KmsKeyId:KmsKeyIdType Status:StatusType StatusMessage:StatusMessageType LastAccessedDate:-timestamp
        structure RestoreSecretResponse Arn:SecretARNType Name:SecretNameType
        structure RotateSecretResponse Arn:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType
        structure RotationRulesType AutomaticallyAfterDays:AutomaticallyRotateAfterDaysType Duration:DurationType ScheduleExpression:ScheduleExpressionType
        structure SecretListEntry Arn:SecretARNType Name:SecretNameType Type:MedeaTypeType Description:DescriptionType KmsKeyId:KmsKeyIdType RotationEnabled:-boolean RotationLambdaArn:RotationLambdaARNType RotationRules:RotationRulesType ExternalSecretRotationMetadata:ExternalSecretRotationMetadataType ExternalSecretRotationRoleArn:RoleARNType LastRotatedDate:-timestamp LastChangedDate:-timestamp LastAccessedDate:-timestamp DeletedDate:-timestamp NextRotationDate:-timestamp Tags:TagListType SecretVersionsToStages:SecretVersionsToStagesMapType OwningService:OwningServiceType CreatedDate:-timestamp PrimaryRegion:RegionType
        structure SecretValueEntry Arn:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType SecretBinary:SecretBinaryType SecretString:SecretStringType VersionStages:SecretVersionStagesType CreatedDate:-timestamp
        structure SecretVersionsListEntry VersionId:SecretVersionIdType VersionStages:SecretVersionStagesType LastAccessedDate:-timestamp CreatedDate:-timestamp KmsKeyIds:KmsKeyIdListType
        structure StopReplicationToReplicaResponse Arn:SecretARNType
        structure Tag Key:TagKeyType Value:TagValueType
        structure UpdateSecretResponse Arn:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType
        structure UpdateSecretVersionStageResponse Arn:SecretARNType Name:SecretNameType
        structure ValidateResourcePolicyResponse PolicyValidationPassed:-boolean ValidationErrors:ValidationErrorsType
        structure ValidationErrorsEntry CheckName:NameType ErrorMessage:-string
        timestamp -timestamp
        """#)
}
