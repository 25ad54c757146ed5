namespace TeacherDevPlan.Api.Tests.Development;

/// <summary>Any sequence of mutations by anybody ends as a simple model of the states says.</summary>
public sealed class IndividualPlanPropertyTests(PlanService service) : LedgerTestsBase(service)
{
    private const int Steps = 150;

    private enum Step
    {
        Save,
        Submit,
        Approve,
        Return,
        Close,
    }

    [Fact]
    public async Task Whoever_does_what_the_plan_is_where_the_model_says()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        using var stranger = DevelopmentClient.Staff(Service, "stranger");
        (string Name, DevelopmentClient Client)[] callers =
        [
            ("teacher", scene.Teacher),
            ("supervisor", scene.Supervisor),
            ("director", scene.Director),
            ("colleague", scene.Colleague),
            ("officer", scene.Officer),
            ("elsewhere", elsewhere),
            ("stranger", stranger),
        ];
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        var plan = (await scene.Teacher.SaveAsync(scene.TeacherId, 0)).Id!;
        var model = new Model();
        var accepted = 0;
        for (var step = 0; step < Steps; step++)
        {
            // Mostly what can succeed, so that all states are reached.
            var what = dice.Next(3) > 0 ? model.Likely(dice) : (Step)dice.Next(5);
            var (name, client) =
                dice.Next(3) > 0
                    ? callers.Single(one => one.Name == Model.Doer(what))
                    : callers[dice.Next(callers.Length)];
            var version = dice.Next(8) == 0 ? model.Version + 1 - dice.Next(3) : model.Version;
            var told = $"seed {seed}, step {step}: {name} {what} {version}, {model}";
            var expected = model.Try(what, name, version);
            var answer = what switch
            {
                Step.Save => await client.SaveAsync(
                    scene.TeacherId,
                    version,
                    [DevelopmentClient.Item(("goal", $"ข้อ {step}"))]
                ),
                Step.Submit => await client.SubmitAsync(plan, version),
                Step.Approve => await client.ApproveAsync(plan, version),
                Step.Return => await client.ReturnAsync(plan, version),
                _ => await client.CloseAsync(plan, version),
            };
            answer.Error.ShouldBe(expected, $"{told}: {answer.Text}");
            if (expected is null)
            {
                accepted++;
                (answer.Status, answer.Version).ShouldBe((model.Status, model.Version), told);
            }

            if (model.Status == "CLOSED")
            {
                (await StateAsync(scene, plan)).ShouldBe(model.ToString(), told);
                await Service.ExecuteSqlAsync(
                    "UPDATE individual_development_plans SET status = 'APPROVED', closed_at = NULL"
                );
                model.Reopened();
            }
        }

        accepted.ShouldBeGreaterThan(Steps / 4);
        (await StateAsync(scene, plan)).ShouldBe(model.ToString(), $"seed {seed}");
    }

    private static async Task<string> StateAsync(DevelopmentScene scene, string plan)
    {
        var read = (
            await scene.Officer.QueryAsync(
                $"{{ individualDevelopmentPlan(id: \"{plan}\") {{ status version revisions(first: 200) {{ nodes {{ number inForce approvedAt }} }} }} }}"
            )
        ).GetProperty("individualDevelopmentPlan");
        var revisions = read.GetProperty("revisions").GetProperty("nodes").EnumerateArray().ToList();
        var inForce = revisions.Where(one => one.GetProperty("inForce").GetBoolean()).ToList();
        inForce.Count.ShouldBeLessThanOrEqualTo(1);
        return $"{read.GetProperty("status").GetString()} {read.GetProperty("version").GetInt32()}, {revisions.Count} revisions, "
            + $"{(inForce.Count == 0 ? 0 : inForce[0].GetProperty("number").GetInt32())} in force";
    }

    /// <summary>The states of a plan, told a second time.</summary>
    private sealed class Model
    {
        private int revisions = 1;
        private int inForce;

        public string Status { get; private set; } = "DRAFT";

        public int Version { get; private set; } = 1;

        public static string Doer(Step step) =>
            step switch
            {
                Step.Save or Step.Submit => "teacher",
                Step.Close => "officer",
                _ => "supervisor",
            };

        public Step Likely(Random dice) =>
            Status switch
            {
                "DRAFT" or "RETURNED" => dice.Next(3) == 0 ? Step.Save : Step.Submit,
                "SUBMITTED" => dice.Next(2) == 0 ? Step.Approve : Step.Return,
                _ => dice.Next(4) == 0 ? Step.Close : Step.Save,
            };

        public void Reopened() => Status = "APPROVED";

        /// <summary>The code of the error; null if it succeeds, which changes the model.</summary>
        public string? Try(Step step, string caller, int version)
        {
            var isOfficer = caller is "officer" or "elsewhere";
            if (isOfficer != (step == Step.Close))
                return "AUTH_NOT_AUTHORIZED";
            if (caller is "elsewhere" or "colleague" or "stranger")
                return "NOT_FOUND";
            if (caller != Doer(step))
                return "NOT_IN_CHARGE";
            if (version != Version)
                return "CONFLICT";
            var next = (step, Status) switch
            {
                (Step.Save, "DRAFT" or "RETURNED") => Status,
                (Step.Save, "APPROVED") => "DRAFT",
                (Step.Submit, "DRAFT" or "RETURNED") => "SUBMITTED",
                (Step.Approve, "SUBMITTED") => "APPROVED",
                (Step.Return, "SUBMITTED") => "RETURNED",
                (Step.Close, "APPROVED") => "CLOSED",
                _ => null,
            };
            if (next is null)
                return "INVALID_STATE";
            if (step == Step.Save && Status == "APPROVED")
                revisions++;
            if (step == Step.Approve)
                inForce = revisions;
            (Status, Version) = (next, Version + 1);
            return null;
        }

        public override string ToString() => $"{Status} {Version}, {revisions} revisions, {inForce} in force";
    }
}
