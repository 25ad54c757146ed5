using System.Text.Json;
using TeacherDevPlan.Api.Tests.Development;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Sends the mutations of awards as one caller; gives their payloads.</summary>
public sealed class AwardClient(DevelopmentClient client)
{
    /// <summary>A programme of the sample's office, unless said otherwise.</summary>
    public Task<JsonElement> ProgrammeAsync(
        string code = "KHURU_SADUDI",
        string name = "รางวัลคุรุสดุดี",
        int expectedVersion = 0,
        string? officeCode = PlanService.Office,
        string? validFrom = null,
        string? validTo = null
    ) =>
        client.SendAsync(
            "saveAwardProgramme",
            "programme { id version name }",
            new
            {
                officeCode,
                programmeCode = code,
                expectedVersion,
                name,
                grantor = "คุรุสภา",
                criteria = "ตามประกาศของแต่ละปี",
                validFrom,
                validTo,
                source = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. ๒๕๖๖ โครงการที่ ๕",
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    /// <summary>A nomination of December 2022 that came in time, with some members of the input replaced.</summary>
    public Task<JsonElement> NominateAsync(
        string? personId,
        string programmeId,
        params (string Name, object? Value)[] other
    ) =>
        SendAsync(
            "nominateForAward",
            new()
            {
                ["personId"] = personId,
                ["programmeId"] = programmeId,
                ["expectedVersion"] = 0,
                ["level"] = "OFFICE",
                ["fiscalYear"] = 2566,
                ["nominatedOn"] = "2022-12-01",
                ["dueOn"] = "2022-12-15",
                ["works"] = "นวัตกรรมการสอนอ่าน",
            },
            other
        );

    /// <summary>An award of January 2023 by an announcement, with some members of the input replaced.</summary>
    public Task<JsonElement> DecideAsync(
        string awardId,
        int expectedVersion = 1,
        params (string Name, object? Value)[] other
    ) =>
        SendAsync(
            "decideAward",
            new()
            {
                ["awardId"] = awardId,
                ["expectedVersion"] = expectedVersion,
                ["status"] = "AWARDED",
                ["decidedOn"] = "2023-01-16",
                ["decidedBy"] = "คุรุสภา",
                ["orderNumber"] = "ประกาศที่ ๙/๒๕๖๖",
            },
            other
        );

    public static (string Name, object? Value)[] Withdrawal =>
        [("status", "WITHDRAWN"), ("decidedBy", null), ("orderNumber", null), ("note", "ผู้ถูกเสนอชื่อขอถอน")];

    /// <summary>The id of what was saved.</summary>
    public static string IdOf(JsonElement sent, string field = "award") =>
        sent.TryGetProperty(field, out var one) && one.ValueKind == JsonValueKind.Object
            ? one.GetProperty("id").GetString()!
            : throw new InvalidOperationException(sent.ToString());

    private Task<JsonElement> SendAsync(
        string mutation,
        Dictionary<string, object?> input,
        (string Name, object? Value)[] other
    )
    {
        input["idempotencyKey"] = Guid.NewGuid().ToString();
        foreach (var (name, value) in other)
            input[name] = value;
        return client.SendAsync(mutation, "award { id version status inTime distinction }", input);
    }
}
