using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using InstanceType = Amazon.CDK.AWS.EC2.InstanceType;

namespace Ledger.Infra;

/// <summary>An added stack: a PostgreSQL instance and an alarm, made with the CDK's own constructs.</summary>
internal sealed class RecordsStack : LandfallStack
{
    /// <summary>Creates the stack <c>ledger-demo-records</c>; deriving from LandfallStack gives it name, tags and account.</summary>
    /// <param name="app">The app.</param>
    public RecordsStack(LandfallApp app)
        : base(app, "records", "The ledger's database")
    {
        // The network stack's VPC: Read makes a template parameter that CloudFormation resolves from SSM. A token can
        // stand wherever the CDK does not have to look inside.
        var vpc = Vpc.FromVpcAttributes(this, "Vpc", new VpcAttributes
        {
            VpcId = Read(NetworkValues.VpcId),
            AvailabilityZones = [.. Plan.Network.Zones],
            PrivateSubnetIds = [.. Plan.Network.Zones.Select((_, i) => Read(NetworkValues.PrivateSubnet(i + 1)))],
        });
        var group = new SecurityGroup(this, "SecurityGroup", new SecurityGroupProps
        {
            Vpc = vpc,
            Description = "Ledger database, admits the API",
            AllowAllOutbound = false, // it answers, and never calls
        });
        var database = new DatabaseInstance(this, "Database", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.Of("16.10", "16") }),
            InstanceType = InstanceType.Of(InstanceClass.T4G, InstanceSize.MICRO),
            Vpc = vpc,
            VpcSubnets = new SubnetSelection { Subnets = vpc.PrivateSubnets },
            SecurityGroups = [group],
            DatabaseName = "ledger",
            Credentials = Credentials.FromGeneratedSecret("ledger"), // a new secret in Secrets Manager
            AllocatedStorage = 20,
            StorageType = StorageType.GP3,
            StorageEncrypted = true,
            MultiAz = Plan.Protect,            // the plan is at hand: production gets the dearer settings
            DeletionProtection = Plan.Protect,
            BackupRetention = Duration.Days(7),
            RemovalPolicy = Plan.Protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        });
        _ = new CfnAlarm(this, "Alarm", new CfnAlarmProps
        {
            AlarmDescription = "The ledger's database has used most of its processor",
            Namespace = "AWS/RDS",
            MetricName = "CPUUtilization",
            Dimensions = new object[] { new CfnAlarm.DimensionProperty { Name = "DBInstanceIdentifier", Value = database.InstanceIdentifier } },
            Statistic = "Average",
            Period = 60,
            EvaluationPeriods = 3,             // 5 in the end: the overrides in landfall.yaml come last
            Threshold = 80,
            ComparisonOperator = "GreaterThanThreshold",
        });

        // Under the same names as a database of the file, so that other stacks and people find it.
        var values = new DatabaseValues("records");
        Publish(values.Host, database.DbInstanceEndpointAddress);
        Publish(values.Port, database.DbInstanceEndpointPort);
        Publish(values.SecretArn, database.Secret!.SecretArn);
        Publish(values.SecurityGroup, group.SecurityGroupId);

        // 'landfall synth --check' runs cdk-nag over added resources too; these findings are accepted, with a reason.
        Accept(database, "AwsSolutions-RDS3", "The standby in a second zone follows 'protect'.");
        Accept(database, "AwsSolutions-RDS10", "Deletion protection follows 'protect'.");
        Accept(database, "AwsSolutions-RDS11", "Only the API's security group reaches the port, whatever its number.");
        Accept(database, "AwsSolutions-SMG4", "A sample: rotation would need a function in the VPC.");
    }
}
