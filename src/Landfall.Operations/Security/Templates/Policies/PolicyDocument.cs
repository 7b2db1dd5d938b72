using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Policies;

/// <summary>A policy of IAM's in a file of its own, judged as the one that a template would have.</summary>
internal static class PolicyDocument
{
    /// <summary>Reads one.</summary>
    /// <param name="document">The document.</param>
    /// <returns>A template of that policy alone; null where the document is none.</returns>
    public static Template? Of(ConfigNode document)
    {
        if (document is not MapNode root || root.Find("Statement") is not { } statement)
            return null;
        // Only the policy of a resource says whom it is for.
        var isOfResource = (statement.Value is ListNode list ? list.Items : [statement.Value]).Any(one => one.At("Principal") is not null);
        var properties = new MapNode(root.Mark, [new MapEntry("PolicyDocument", root.Mark, root)]);
        return new Template(new MapNode(root.Mark, []), [new TemplateResource("policy", isOfResource ? "AWS::S3::BucketPolicy" : "AWS::IAM::ManagedPolicy", properties, root.Mark.Line, new Intrinsics(new MapNode(root.Mark, [])))]);
    }
}
