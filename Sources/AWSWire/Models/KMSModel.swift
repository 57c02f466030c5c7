// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `kms`.
    package static let kms = ModelReader.read(
        #"""
        service kms json 1.1 TrentService 2014-11-01 coral
        action CreateKey CreateKeyRequest CreateKeyResponse
        action DescribeKey DescribeKeyRequest DescribeKeyResponse
        action ListKeys ListKeysRequest ListKeysResponse
        action EnableKey EnableKeyRequest -
        action DisableKey DisableKeyRequest -
        action ScheduleKeyDeletion ScheduleKeyDeletionRequest ScheduleKeyDeletionResponse
        action CancelKeyDeletion CancelKeyDeletionRequest CancelKeyDeletionResponse
        action UpdateKeyDescription UpdateKeyDescriptionRequest -
        action CreateAlias CreateAliasRequest -
        action UpdateAlias UpdateAliasRequest -
        action DeleteAlias DeleteAliasRequest -
        action ListAliases ListAliasesRequest ListAliasesResponse
        action Encrypt EncryptRequest EncryptResponse
        action Decrypt DecryptRequest DecryptResponse
        action ReEncrypt ReEncryptRequest ReEncryptResponse
        action GenerateDataKey GenerateDataKeyRequest GenerateDataKeyResponse
        action GenerateDataKeyWithoutPlaintext GenerateDataKeyWithoutPlaintextRequest GenerateDataKeyWithoutPlaintextResponse
        action GenerateRandom GenerateRandomRequest GenerateRandomResponse
        action GetKeyPolicy GetKeyPolicyRequest GetKeyPolicyResponse
        action PutKeyPolicy PutKeyPolicyRequest -
        action ListKeyPolicies ListKeyPoliciesRequest ListKeyPoliciesResponse
        action TagResource TagResourceRequest -
        action UntagResource UntagResourceRequest -
        action ListResourceTags ListResourceTagsRequest ListResourceTagsResponse
        action GetKeyRotationStatus GetKeyRotationStatusRequest GetKeyRotationStatusResponse
        error AlreadyExistsException 400 AlreadyExistsException message
        error CloudHsmClusterInvalidConfigurationException 400 CloudHsmClusterInvalidConfigurationException message
        error CustomKeyStoreInvalidStateException 400 CustomKeyStoreInvalidStateException message
        error CustomKeyStoreNotFoundException 400 CustomKeyStoreNotFoundException message
        error DependencyTimeoutException 500 DependencyTimeoutException message
        error DisabledException 400 DisabledException message
        error DryRunOperationException 400 DryRunOperationException message
        error IncorrectKeyException 400 IncorrectKeyException message
        error InvalidAliasNameException 400 InvalidAliasNameException message
        error InvalidArnException 400 InvalidArnException message
        error InvalidCiphertextException 400 InvalidCiphertextException message
        error InvalidGrantTokenException 400 InvalidGrantTokenException message
        error InvalidKeyUsageException 400 InvalidKeyUsageException message
        error InvalidMarkerException 400 InvalidMarkerException message
        error KMSInternalException 500 KMSInternalException message
        error KMSInvalidStateException 400 KMSInvalidStateException message
        error KeyUnavailableException 500 KeyUnavailableException message
        error LimitExceededException 400 LimitExceededException message
        error MalformedPolicyDocumentException 400 MalformedPolicyDocumentException message
        error NotFoundException 400 NotFoundException message
        error TagException 400 TagException message
        error UnsupportedOperationException 400 UnsupportedOperationException message
        error XksKeyAlreadyInUseException 400 XksKeyAlreadyInUseException message
        error XksKeyInvalidConfigurationException 400 XksKeyInvalidConfigurationException message
        error XksKeyNotFoundException 400 XksKeyNotFoundException message
        string AWSAccountIdType
        list AliasList AliasListEntry member
        structure AliasListEntry AliasName:AliasNameType AliasArn:ArnType TargetKeyId:KeyIdType CreationDate:DateType LastUpdatedDate:DateType
        string AliasNameType 1..256 pattern ^[a-zA-Z0-9:/_-]+$
        string ArnType 20..2048
        blob AttestationDocumentType 1..262144
        string BackingKeyIdType 64..64 pattern ^[a-f0-9]+$
        boolean BooleanType
        structure CancelKeyDeletionRequest KeyId*:KeyIdType
        structure CancelKeyDeletionResponse KeyId:KeyIdType
        blob CiphertextType 1..6144
        string CloudHsmClusterIdType 19..24 pattern cluster-[2-7a-zA-Z]{11,16}
        structure CreateAliasRequest AliasName*:AliasNameType TargetKeyId*:KeyIdType
        structure CreateKeyRequest Policy:PolicyType Description:DescriptionType KeyUsage:KeyUsageType CustomerMasterKeySpec:CustomerMasterKeySpec KeySpec:KeySpec Origin:OriginType CustomKeyStoreId:CustomKeyStoreIdType BypassPolicyLockoutSafetyCheck:BooleanType Tags:TagList MultiRegion:NullableBooleanType XksKeyId:XksKeyIdType
        structure CreateKeyResponse KeyMetadata:KeyMetadata
        string CustomKeyStoreIdType 1..64
        string CustomerMasterKeySpec enum RSA_2048,RSA_3072,RSA_4096,ECC_NIST_P256,ECC_NIST_P384,ECC_NIST_P521,ECC_SECG_P256K1,SYMMETRIC_DEFAULT,HMAC_224,HMAC_256,HMAC_384,HMAC_512,SM2
        string DataKeySpec enum AES_256,AES_128
        timestamp DateType
        structure DecryptRequest CiphertextBlob:CiphertextType EncryptionContext:EncryptionContextType GrantTokens:GrantTokenList KeyId:KeyIdType EncryptionAlgorithm:EncryptionAlgorithmSpec Recipient:RecipientInfo DryRun:NullableBooleanType DryRunModifiers:DryRunModifierList
        structure DecryptResponse KeyId:KeyIdType Plaintext:PlaintextType EncryptionAlgorithm:EncryptionAlgorithmSpec CiphertextForRecipient:CiphertextType KeyMaterialId:BackingKeyIdType
        structure DeleteAliasRequest AliasName*:AliasNameType
        structure DescribeKeyRequest KeyId*:KeyIdType GrantTokens:GrantTokenList
        structure DescribeKeyResponse KeyMetadata:KeyMetadata
        string DescriptionType 0..8192
        structure DisableKeyRequest KeyId*:KeyIdType
        list DryRunModifierList DryRunModifierType member
        string DryRunModifierType enum IGNORE_CIPHERTEXT
        structure EnableKeyRequest KeyId*:KeyIdType
        structure EncryptRequest KeyId*:KeyIdType Plaintext*:PlaintextType EncryptionContext:EncryptionContextType GrantTokens:GrantTokenList EncryptionAlgorithm:EncryptionAlgorithmSpec DryRun:NullableBooleanType
        structure EncryptResponse CiphertextBlob:CiphertextType KeyId:KeyIdType EncryptionAlgorithm:EncryptionAlgorithmSpec
        string EncryptionAlgorithmSpec enum SYMMETRIC_DEFAULT,RSAES_OAEP_SHA_1,RSAES_OAEP_SHA_256,SM2PKE
        list EncryptionAlgorithmSpecList EncryptionAlgorithmSpec member
        string EncryptionContextKey
        map EncryptionContextType EncryptionContextKey EncryptionContextValue key value
        string EncryptionContextValue
        string ExpirationModelType enum KEY_MATERIAL_EXPIRES,KEY_MATERIAL_DOES_NOT_EXPIRE
        structure GenerateDataKeyRequest KeyId*:KeyIdType EncryptionContext:EncryptionContextType NumberOfBytes:NumberOfBytesType KeySpec:DataKeySpec GrantTokens:GrantTokenList Recipient:RecipientInfo DryRun:NullableBooleanType
        structure GenerateDataKeyResponse CiphertextBlob:CiphertextType Plaintext:PlaintextType KeyId:KeyIdType CiphertextForRecipient:CiphertextType KeyMaterialId:BackingKeyIdType
        structure GenerateDataKeyWithoutPlaintextRequest KeyId*:KeyIdType EncryptionContext:EncryptionContextType KeySpec:DataKeySpec NumberOfBytes:NumberOfBytesType GrantTokens:GrantTokenList DryRun:NullableBooleanType
        structure GenerateDataKeyWithoutPlaintextResponse CiphertextBlob:CiphertextType KeyId:KeyIdType KeyMaterialId:BackingKeyIdType
        structure GenerateRandomRequest NumberOfBytes:NumberOfBytesType CustomKeyStoreId:CustomKeyStoreIdType Recipient:RecipientInfo
        structure GenerateRandomResponse Plaintext:PlaintextType CiphertextForRecipient:CiphertextType
        structure GetKeyPolicyRequest KeyId*:KeyIdType PolicyName:PolicyNameType
        structure GetKeyPolicyResponse Policy:PolicyType PolicyName:PolicyNameType
        structure GetKeyRotationStatusRequest KeyId*:KeyIdType
        structure GetKeyRotationStatusResponse KeyRotationEnabled:BooleanType KeyId:KeyIdType RotationPeriodInDays:RotationPeriodInDaysType NextRotationDate:DateType OnDemandRotationStartDate:DateType
        list GrantTokenList GrantTokenType member 0..10
        string GrantTokenType 1..8192
        string KeyAgreementAlgorithmSpec enum ECDH
        list KeyAgreementAlgorithmSpecList KeyAgreementAlgorithmSpec member
        string KeyEncryptionMechanism enum RSAES_OAEP_SHA_256
        string KeyIdType 1..2048
        list KeyList KeyListEntry member
        structure KeyListEntry KeyId:KeyIdType KeyArn:ArnType
        string KeyManagerType enum AWS,CUSTOMER
        structure KeyMetadata AWSAccountId:AWSAccountIdType KeyId*:KeyIdType Arn:ArnType CreationDate:DateType Enabled:BooleanType Description:DescriptionType KeyUsage:KeyUsageType KeyState:KeyState DeletionDate:DateType ValidTo:DateType Origin:OriginType CustomKeyStoreId:CustomKeyStoreIdType CloudHsmClusterId:CloudHsmClusterIdType ExpirationModel:ExpirationModelType KeyManager:KeyManagerType CustomerMasterKeySpec:CustomerMasterKeySpec KeySpec:KeySpec EncryptionAlgorithms:EncryptionAlgorithmSpecList SigningAlgorithms:SigningAlgorithmSpecList KeyAgreementAlgorithms:KeyAgreementAlgorithmSpecList MultiRegion:NullableBooleanType MultiRegionConfiguration:MultiRegionConfiguration PendingDeletionWindowInDays:PendingWindowInDaysType MacAlgorithms:MacAlgorithmSpecList XksKeyConfiguration:XksKeyConfigurationType CurrentKeyMaterialId:BackingKeyIdType
        string KeySpec enum RSA_2048,RSA_3072,RSA_4096,ECC_NIST_P256,ECC_NIST_P384,ECC_NIST_P521,ECC_SECG_P256K1,SYMMETRIC_DEFAULT,HMAC_224,HMAC_256,HMAC_384,HMAC_512,SM2,ML_DSA_44,ML_DSA_65,ML_DSA_87,ECC_NIST_EDWARDS25519
        string KeyState enum Creating,Enabled,Disabled,PendingDeletion,PendingImport,PendingReplicaDeletion,Unavailable,Updating
        string KeyUsageType enum SIGN_VERIFY,ENCRYPT_DECRYPT,GENERATE_VERIFY_MAC,KEY_AGREEMENT
        integer LimitType 1..1000
        structure ListAliasesRequest KeyId:KeyIdType Limit:LimitType Marker:MarkerType
        structure ListAliasesResponse Aliases:AliasList NextMarker:MarkerType Truncated:BooleanType
        structure ListKeyPoliciesRequest KeyId*:KeyIdType Limit:LimitType Marker:MarkerType
        structure ListKeyPoliciesResponse PolicyNames:PolicyNameList NextMarker:MarkerType Truncated:BooleanType
        structure ListKeysRequest Limit:LimitType Marker:MarkerType
        structure ListKeysResponse Keys:KeyList NextMarker:MarkerType Truncated:BooleanType
        structure ListResourceTagsRequest KeyId*:KeyIdType Limit:LimitType Marker:MarkerType
        structure ListResourceTagsResponse Tags:TagList NextMarker:MarkerType Truncated:BooleanType
        string MacAlgorithmSpec enum HMAC_SHA_224,HMAC_SHA_256,HMAC_SHA_384,HMAC_SHA_512
        list MacAlgorithmSpecList MacAlgorithmSpec member
        string MarkerType 1..1024 pattern [\u0020-\u00FF]*
        structure MultiRegionConfiguration MultiRegionKeyType:MultiRegionKeyType PrimaryKey:MultiRegionKey ReplicaKeys:MultiRegionKeyList
        structure MultiRegionKey Arn:ArnType Region:RegionType
        list MultiRegionKeyList MultiRegionKey member
        string MultiRegionKeyType enum PRIMARY,REPLICA
        boolean NullableBooleanType
        integer NumberOfBytesType 1..1024
        string OriginType enum AWS_KMS,EXTERNAL,AWS_CLOUDHSM,EXTERNAL_KEY_STORE
        integer PendingWindowInDaysType 1..365
        blob PlaintextType 1..4096 sensitive
        list PolicyNameList PolicyNameType member
        string PolicyNameType 1..128 pattern [\w]+
        string PolicyType 1..131072 pattern [\u0009\u000A\u000D\u0020-\u00FF]+
        structure PutKeyPolicyRequest KeyId*:KeyIdType PolicyName:PolicyNameType Policy*:PolicyType BypassPolicyLockoutSafetyCheck:BooleanType
        structure ReEncryptRequest CiphertextBlob:CiphertextType SourceEncryptionContext:EncryptionContextType SourceKeyId:KeyIdType DestinationKeyId*:KeyIdType DestinationEncryptionContext:EncryptionContextType SourceEncryptionAlgorithm:EncryptionAlgorithmSpec DestinationEncryptionAlgorithm:EncryptionAlgorithmSpec GrantTokens:GrantTokenList DryRun:NullableBooleanType DryRunModifiers:DryRunModifierList
        structure ReEncryptResponse CiphertextBlob:CiphertextType SourceKeyId:KeyIdType KeyId:KeyIdType SourceEncryptionAlgorithm:EncryptionAlgorithmSpec DestinationEncryptionAlgorithm:EncryptionAlgorithmSpec SourceKeyMaterialId:BackingKeyIdType DestinationKeyMaterialId:BackingKeyIdType
        structure RecipientInfo KeyEncryptionAlgorithm:KeyEncryptionMechanism AttestationDocument:AttestationDocumentType
        string RegionType 1..32 pattern ^([a-z]+-){2,3}\d+$
        integer RotationPeriodInDaysType 90..2560
        structure ScheduleKeyDeletionRequest KeyId*:KeyIdType PendingWindowInDays:PendingWindowInDaysType
        structure ScheduleKeyDeletionResponse KeyId:KeyIdType DeletionDate:DateType KeyState:KeyState PendingWindowInDays:PendingWindowInDaysType
        string SigningAlgorithmSpec enum RSASSA_PSS_SHA_256,RSASSA_PSS_SHA_384,RSASSA_PSS_SHA_512,RSASSA_PKCS1_V1_5_SHA_256,RSASSA_PKCS1_V1_5_SHA_384,RSASSA_PKCS1_V1_5_SHA_512,ECDSA_SHA_256,ECDSA_SHA_384,ECDSA_SHA_512,SM2DSA,ML_DSA_SHAKE_256,ED25519_SHA_512,ED25519_PH_SHA_512
        list SigningAlgorithmSpecList SigningAlgorithmSpec member
        structure Tag TagKey*:TagKeyType TagValue*:TagValueType
        list TagKeyList TagKeyType member
        string TagKeyType 1..128
        list TagList Tag member
        structure TagResourceRequest KeyId*:KeyIdType Tags*:TagList
        string TagValueType 0..256
        structure UntagResourceRequest KeyId*:KeyIdType TagKeys*:TagKeyList
        structure UpdateAliasRequest AliasName*:AliasNameType TargetKeyId*:KeyIdType
        structure UpdateKeyDescriptionRequest KeyId*:KeyIdType Description*:DescriptionType
        structure XksKeyConfigurationType Id:XksKeyIdType
        string XksKeyIdType 1..128 pattern ^[a-zA-Z0-9-_.]+$
        """#)
}
