using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.EFS;
using Landfall.Config.Plan;
using Landfall.Constructs.Network;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>EFS file systems: encrypted, backed up, mounted with TLS through one access point.</summary>
internal static class FileSystems
{
    private const string Identity = "1000";

    /// <summary>Creates a file system with a mount target in each private subnet.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="files">The file system.</param>
    public static void Create(DataStack stack, FileSystemPlan files)
    {
        var id = ConstructId.From(files.Name);
        var group = new CfnSecurityGroup(stack, $"{id}FilesSecurityGroup", new CfnSecurityGroupProps
        {
            GroupDescription = $"Files {files.Name}: admits the services that mount them",
            VpcId = stack.Read(NetworkValues.VpcId),
            SecurityGroupEgress = NoEgress.Rules,
        });
        var system = new CfnFileSystem(stack, $"{id}Files", new CfnFileSystemProps
        {
            Encrypted = true,
            BackupPolicy = new CfnFileSystem.BackupPolicyProperty { Status = "ENABLED" },
            LifecyclePolicies = new object[] { new CfnFileSystem.LifecyclePolicyProperty { TransitionToIa = "AFTER_30_DAYS" } },
            FileSystemTags = new CfnFileSystem.IElasticFileSystemTagProperty[]
            {
                new CfnFileSystem.ElasticFileSystemTagProperty { Key = "Name", Value = $"{stack.Plan.Prefix}-{files.Name}" },
            },
        });
        stack.Protect(system);
        foreach (var (index, subnet) in PublishedSubnets.Private(stack).Index())
        {
            var target = new CfnMountTarget(stack, $"{id}Files{index + 1}", new CfnMountTargetProps
            {
                FileSystemId = system.Ref,
                SubnetId = subnet,
                SecurityGroups = [group.AttrGroupId],
            });
            if (stack.Plan.Protect)
            {
                stack.Protect(target);
            }
        }

        if (stack.Plan.Protect)
        {
            // The retained mount targets use it, so AWS would refuse to delete it.
            stack.Protect(group);
        }

        var point = new CfnAccessPoint(stack, $"{id}FilesAccess", new CfnAccessPointProps
        {
            FileSystemId = system.Ref,
            PosixUser = new CfnAccessPoint.PosixUserProperty { Uid = Identity, Gid = Identity },
            RootDirectory = new CfnAccessPoint.RootDirectoryProperty
            {
                Path = "/data",
                CreationInfo = new CfnAccessPoint.CreationInfoProperty { OwnerUid = Identity, OwnerGid = Identity, Permissions = "0755" },
            },
        });
        var values = new FileSystemValues(files.Name);
        stack.Publish(values.Id, system.Ref);
        stack.Publish(values.AccessPoint, point.Ref);
        stack.Publish(values.SecurityGroup, group.AttrGroupId);
    }
}
