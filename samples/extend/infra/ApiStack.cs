using Amazon.CDK.AWS.EC2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Services;
using Landfall.Constructs.Tasks;

namespace Ledger.Infra;

/// <summary>Landfall's stack of a web service, with a relational database in place of what <c>uses</c> offers.</summary>
internal sealed class ApiStack : WebStack
{
    // Static: Configure runs inside the base constructor, before this class's own fields are set.
    private static readonly DatabaseValues Records = new("records");

    /// <summary>Creates everything that a web service has, and lets its tasks reach the database.</summary>
    /// <param name="app">The app.</param>
    /// <param name="service">The service.</param>
    public ApiStack(LandfallApp app, WebServicePlan service)
        : base(app, service) =>
        // The rule stands in the caller's stack: the database's stack does not change when callers come and go.
        _ = new CfnSecurityGroupIngress(this, "ReachRecords", new CfnSecurityGroupIngressProps
        {
            GroupId = Read(Records.SecurityGroup),
            SourceSecurityGroupId = SecurityGroup.AttrGroupId,
            IpProtocol = "tcp",
            FromPort = 5432,
            ToPort = 5432,
            Description = "API to records",
        });

    /// <inheritdoc />
    protected override void Configure(TaskSettings settings)
    {
        settings.Environment["RECORDS_HOST"] = Read(Records.Host);
        settings.Environment["RECORDS_PORT"] = Read(Records.Port);
        settings.Environment["RECORDS_NAME"] = "ledger";
        // ECS reads these when a task starts, 'arn:key::' one key of a JSON secret. The execution role's grant follows.
        settings.Secrets["RECORDS_USER"] = $"{Read(Records.SecretArn)}:username::";
        settings.Secrets["RECORDS_PASSWORD"] = $"{Read(Records.SecretArn)}:password::";
    }
}
