using Amazon.CDK.AWS.SecretsManager;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Data;

/// <summary>
/// The master user's password. RDS makes, keeps and rotates it, which needs no function in the VPC; a file that turns
/// rotation off gets a generated secret that nobody rotates, because RDS always rotates its own.
/// </summary>
internal sealed class DatabaseCredentials
{
    /// <summary>The master user's name; <c>admin</c> and <c>postgres</c> are the first that anybody tries.</summary>
    public const string UserName = "landfall";

    private readonly CfnSecret? _own;

    /// <summary>Prepares the credentials of a database.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="database">The database.</param>
    /// <param name="id">The database's construct id.</param>
    public DatabaseCredentials(DataStack stack, DatabasePlan database, string id)
    {
        if (database.RotationDays is not null)
        {
            return;
        }

        _own = new CfnSecret(stack, $"{id}Secret", new CfnSecretProps
        {
            Description = $"Master user of {database.Name}",
            GenerateSecretString = new CfnSecret.GenerateSecretStringProperty
            {
                SecretStringTemplate = $$"""{"username":"{{UserName}}"}""",
                GenerateStringKey = "password",
                PasswordLength = 40,
                ExcludePunctuation = true,
            },
        });
        stack.Protect(_own);
        stack.Accept(_own, "AwsSolutions-SMG4", "The file turns rotation off for this database.");
    }

    /// <summary>True when RDS manages the password.</summary>
    public bool Managed => _own is null;

    /// <summary>The password as a reference that only CloudFormation resolves, or null when RDS manages it.</summary>
    public string? Password => _own is null ? null : $"{{{{resolve:secretsmanager:{_own.Ref}:SecretString:password}}}}";

    /// <summary>Names the secret and sets how often RDS rotates it.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="database">The database.</param>
    /// <param name="id">The database's construct id.</param>
    /// <param name="managedArn">The ARN of the secret that RDS manages; not used when RDS manages none.</param>
    /// <returns>The ARN of the secret that holds <c>username</c> and <c>password</c>.</returns>
    public string Complete(DataStack stack, DatabasePlan database, string id, Func<string> managedArn)
    {
        if (_own is not null)
        {
            return _own.Ref;
        }

        var arn = managedArn();

        // Also for the seven days that RDS starts with: to take a schedule out of the template is to end the rotation.
        var schedule = new CfnRotationSchedule(stack, $"{id}Rotation", new CfnRotationScheduleProps
        {
            SecretId = arn,
            RotateImmediatelyOnUpdate = false,
            RotationRules = new CfnRotationSchedule.RotationRulesProperty { AutomaticallyAfterDays = database.RotationDays },
        });
        stack.Protect(schedule);
        return arn;
    }
}
