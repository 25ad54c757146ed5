using System.Text.Json;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.Events;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Sends the mutations of committees, visits and certificates as one caller; gives their payloads.</summary>
public sealed class CareerClient(DevelopmentClient client)
{
    private readonly EventClient events = new(client);

    /// <summary>The input of saveCommittee; a committee of 2023 without a last day, unless said otherwise.</summary>
    public Task<JsonElement> CommitteeAsync(
        object[] members,
        string? schoolId = null,
        bool monitors = true,
        bool assesses = false,
        string from = "2023-01-01",
        string? to = null,
        string? committeeId = null,
        int expectedVersion = 0,
        string office = PlanService.Office,
        string? key = null
    ) =>
        client.SendAsync(
            "saveCommittee",
            "committee { id version members { role from to } }",
            new
            {
                committeeId,
                officeCode = office,
                schoolId,
                expectedVersion,
                name = "คณะกรรมการนิเทศ ติดตาม",
                purpose = "นิเทศ ติดตามครูและบุคลากร",
                orderNumber = "12/2566",
                orderedOn = "2022-12-28",
                from,
                to,
                monitors,
                assesses,
                members,
                idempotencyKey = key ?? Guid.NewGuid().ToString(),
            }
        );

    public static object Member(string personId, string role = "MEMBER", string? from = null, string? to = null) =>
        new
        {
            personId,
            role,
            from,
            to,
        };

    public Task<JsonElement> VisitAsync(
        string? offeringId = null,
        string? projectId = null,
        string? visitId = null,
        int expectedVersion = 0,
        string? committeeId = null,
        string? schoolId = null,
        string phase = "DURING",
        string visitedOn = "2023-01-09",
        string? recommendations = "เพิ่มสื่อการสอนของครู"
    ) =>
        client.SendAsync(
            "saveMonitoringVisit",
            "visit { id version phase followUp }",
            new
            {
                visitId,
                projectId,
                offeringId,
                expectedVersion,
                phase,
                committeeId,
                schoolId,
                visitedOn,
                findings = "ครูเข้าร่วมครบ",
                recommendations,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    public Task<JsonElement> FollowUpAsync(string visitId, int expectedVersion, string? doneOn) =>
        client.SendAsync(
            "recordFollowUp",
            "visit { version followUp actionTaken doneOn }",
            new
            {
                visitId,
                expectedVersion,
                actionTaken = "จัดหาสื่อแล้ว",
                doneOn,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    /// <summary>An offering of January 2023 that all of the people completed; the ids of the enrolments.</summary>
    public async Task<(string Offering, string[] Enrollments)> CompletedAsync(
        string[] people,
        int minutes = 60,
        int fiscalYear = 2566,
        string office = PlanService.Office
    )
    {
        var saved = (
            await events.SaveAsync(null, office: office, requiredPercent: 0, fiscalYear: fiscalYear)
        ).GetProperty("offering");
        var offering = saved.GetProperty("id").GetString()!;
        var session = saved.GetProperty("sessions")[0].GetProperty("id").GetString()!;
        await events.MoveAsync(offering, 1, "OPEN");
        var enrolled = await events.EnrollAsync(offering, people, exceptions: [("WINDOW", "ย้อนหลัง")]);
        await events.MoveAsync(offering, 2, "START");
        await events.AttendAsync(offering, null, [.. enrolled.Ids.Select(id => (id, session, minutes))]);
        (await events.MoveAsync(offering, 3, "COMPLETE")).ShouldContain("COMPLETED");
        return (offering, enrolled.Ids);
    }

    public Task<JsonElement> IssueAsync(
        string offeringId,
        IEnumerable<string> enrollments,
        string issuedOn = "2023-01-31",
        string? expiresOn = null,
        string? key = null
    ) =>
        client.SendAsync(
            "issueCertificates",
            "certificates { id number year code validity }",
            new
            {
                offeringId,
                enrollments,
                issuedOn,
                expiresOn,
                idempotencyKey = key ?? Guid.NewGuid().ToString(),
            }
        );

    public Task<JsonElement> RevokeAsync(string certificateId, string reason = "ออกผิดคน") =>
        client.SendAsync(
            "revokeCertificate",
            "certificate { validity revokedOn }",
            new
            {
                certificateId,
                reason,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );
}
