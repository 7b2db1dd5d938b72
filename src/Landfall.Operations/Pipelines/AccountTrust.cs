using System.Text.Json.Nodes;
using Landfall.Config.Pipelines;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Pipelines;

/// <summary>
/// The projects of a pipeline in another account of AWS's. A role that a policy names as principal has to exist when the policy
/// is written (IAM User Guide, "AWS JSON policy elements: Principal"); the account with a condition needs no order.
/// </summary>
/// <param name="App">The application's name.</param>
/// <param name="Pipeline">The pipeline's name in the file.</param>
/// <param name="Account">The pipeline's account.</param>
internal sealed record AccountTrust(string App, string Pipeline, string Account) : IRoleTrust
{
    /// <inheritdoc />
    public JsonObject Statement(RolePlace place, bool deploys)
    {
        var project = new AwsNames(App, PipelineNames.Of(Pipeline)).Role($"{(deploys ? "deploy" : "change")}-{place.Stage.Environment}");
        return new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = $"arn:{place.Partition}:iam::{Account}:root" },
            ["Action"] = "sts:AssumeRole",
            ["Condition"] = new JsonObject { ["ArnEquals"] = new JsonObject { ["aws:PrincipalArn"] = $"arn:{place.Partition}:iam::{Account}:role/{project}" } },
        };
    }

    /// <inheritdoc />
    public void Complete(JsonObject template)
    {
        // An account needs no entry for another one.
    }
}
