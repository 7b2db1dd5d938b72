using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Limits;
using Landfall.Config.Stacks;

namespace Landfall.Config.Tests.Stacks;

public class AwsNamesTests
{
    private const string Account = "111111111111";
    private const string Region = "ap-southeast-1";

    /// <summary>What was deployed under a name keeps it: another one would be another queue, table or bucket.</summary>
    [Fact]
    public void Names_ThatFit_AreWhatTheyAlwaysWere()
    {
        var names = new AwsNames("shop", "dev");

        Assert.Equal("shop-dev-emails", names.Queue("emails", fifo: false));
        Assert.Equal("shop-dev-emails.fifo", names.Queue("emails", fifo: true));
        Assert.Equal("shop-dev-emails-dead.fifo", names.DeadLetterQueue("emails", fifo: true));
        Assert.Equal("shop-dev-audit", names.Table("audit"));
        Assert.Equal("shop-dev-uploads-111111111111-ap-southeast-1", names.Bucket("uploads", Account, Region));
        Assert.Equal("shop-dev-nightly", names.Job("nightly"));
        Assert.Equal("shop-dev-web-paths", names.PathFunction("web"));
        Assert.Equal("shop-dev-web", names.OriginAccess("web"));
        Assert.Equal("shop-dev-browser", names.SignInClient("browser"));
        Assert.Equal("shop-dev-byname-111111111111", names.SignInDomain(Account, "byname"));
        Assert.Equal("api-connect", AwsNames.Discovery("api"));
        Assert.Equal(new string('a', 26), new AwsNames("shop", "dev").Bucket(new string('a', 26), Account, Region)[9..35]);
    }

    [Fact]
    public void Names_OfAnyLength_HaveTheFormThatAwsTakesAndDiffer() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt App, PositiveInt Environment, PositiveInt Name)>(), lengths =>
        {
            var names = new AwsNames(Word(lengths.App, 63), Word(lengths.Environment, 63));
            var (one, two) = (Word(lengths.Name, 200) + "x", Word(lengths.Name, 200) + "y");
            (string Type, Func<string, string> Of)[] all =
            [
                ("AWS::SQS::Queue", name => names.Queue(name, fifo: false)),
                ("AWS::SQS::Queue", name => names.DeadLetterQueue(name, fifo: true)),
                ("AWS::DynamoDB::Table", names.Table),
                ("AWS::S3::Bucket", name => names.Bucket(name, Account, Region)),
                ("AWS::Scheduler::Schedule", names.Job),
                ("AWS::StepFunctions::StateMachine", names.Job),
                ("AWS::CloudFront::Function", names.PathFunction),
            ];
            foreach (var (type, of) in all)
            {
                var limit = LimitList.Of(type, "name");
                Assert.Matches(limit.Pattern!, of(one));
                Assert.True(of(one).Length <= limit.Whole, of(one));
                Assert.NotEqual(of(one), of(two));
            }

            Assert.Matches(LimitList.Of("AWS::Cognito::UserPoolDomain", "name").Pattern!, names.SignInDomain(Account, "byname"));
            Assert.Matches(LimitList.Of("AWS::ECS::Service", "discovery").Pattern!, AwsNames.Discovery(Word(lengths.Name, 63)));
            Assert.True(names.OriginAccess(one).Length <= LimitList.Of("AWS::CloudFront::OriginAccessControl", "name").Whole);
        }).Check(PropertyRuns.Of(200));

    // Lengths on both sides of every limit, with hyphens where the cut may fall.
    private static string Word(PositiveInt seed, int longest) =>
        string.Concat(Enumerable.Range(0, 1 + (seed.Get * 7919 % longest)).Select(i => i > 0 && i % 5 == 0 ? "-a" : "b"))[..(1 + (seed.Get * 7919 % longest))].TrimEnd('-');
}
