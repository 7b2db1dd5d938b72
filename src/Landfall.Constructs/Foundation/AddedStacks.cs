using Amazon.CDK;

namespace Landfall.Constructs.Foundation;

/// <summary>
/// Makes stacks that a host adds in plain CDK part of their environment: they get its tags, by which <c>outputs</c> and
/// <c>destroy</c> find them, and its protection. Stacks that derive from <see cref="LandfallStack"/> have both.
/// </summary>
internal static class AddedStacks
{
    public static void Adopt(LandfallApp app)
    {
        foreach (var stack in app.Node.Children.OfType<Stack>().Where(child => child is not LandfallStack))
        {
            foreach (var (key, value) in LandfallStack.TagsOf(app.Plan, stack.Node.Id, app.Plan.Region))
            {
                stack.AddStackTag(key, value);
            }

            if (app.Plan.Protect)
            {
                stack.TerminationProtection = true;
            }
        }
    }
}
