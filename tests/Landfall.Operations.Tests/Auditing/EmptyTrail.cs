namespace Landfall.Operations.Tests.Auditing;

/// <summary>Answers of an account whose trail has a head and no entry yet.</summary>
internal static class EmptyTrail
{
    public static StubAws WithEmptyTrail(this StubAws aws) => aws
        .On("GetCallerIdentity", "<R xmlns='x'><GetCallerIdentityResult><Arn>arn:aws:sts::111111111111:assumed-role/admin/ada</Arn><Account>111111111111</Account></GetCallerIdentityResult></R>")
        .On("GetParameter", """{"Parameter":{"Name":"/landfall/audit/shop/dev","Value":"{\"count\":0,\"hash\":\"00\"}","Version":1}}""")
        .On("PutParameter", """{"Version":2}""");
}
