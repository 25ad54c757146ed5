using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

/// <summary>The money of reports and of their projects.</summary>
internal static class ReportedMoneyGroup
{
    public static readonly GroupType Type = new(
        "ReportedMoney",
        "Money as it stood when the report was assembled, in baht."
    );

    public static ModelField[] Fields<T>(Expression<Func<T, ReportedMoney>> money)
    {
        var path = MemberPath.Of(money);
        return
        [
            Amount("planned", nameof(ReportedMoney.Planned), "The approved spending plan of the whole year."),
            Amount("revised", nameof(ReportedMoney.Revised), "The same after transfers."),
            Amount(
                "revisedToDate",
                nameof(ReportedMoney.RevisedToDate),
                "What of it is for this and all earlier quarters."
            ),
            Amount("paidInQuarter", nameof(ReportedMoney.PaidInQuarter), "Paid in the quarter, net of reversals."),
            Amount("paidToDate", nameof(ReportedMoney.PaidToDate), "Paid in this and all earlier quarters."),
            Amount("committed", nameof(ReportedMoney.Committed), "Reserved and not yet paid."),
            Amount("remaining", nameof(ReportedMoney.Remaining), "Neither paid nor reserved."),
            Amount(
                "rate",
                nameof(ReportedMoney.Rate),
                "Paid to date / revised × 100, two decimals; null if nothing is budgeted."
            ),
        ];

        ValueField Amount(string name, string member, string description) => new(name, path.Then(member), description);
    }
}
