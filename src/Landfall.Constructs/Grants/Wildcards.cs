using Amazon.CDK;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Grants;

/// <summary>Permissions on resources whose names are not known when the template is made.</summary>
internal static class Wildcards
{
    /// <summary>Records for cdk-nag why the wildcards of statements are right.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="owner">The role or policy that has the statements.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="reason">Why it has them.</param>
    public static void Accept(LandfallStack stack, CfnResource owner, IEnumerable<Statement> statements, string reason)
    {
        foreach (var resource in statements.SelectMany(statement => statement.Resources).Where(resource => resource.Contains('*')).Distinct())
        {
            // cdk-nag names a finding by the resource as it stands in the template.
            var name = stack.Plan.Account is null
                ? resource.Replace(stack.Names.Account, "<AWS::AccountId>", StringComparison.Ordinal)
                : resource;
            stack.Accept(owner, $"AwsSolutions-IAM5[Resource::{name}]", reason);
        }
    }
}
