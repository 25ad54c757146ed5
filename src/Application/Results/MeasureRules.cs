using FluentValidation;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>Rules on the shape of what was measured.</summary>
internal static class MeasureRules
{
    public static IRuleBuilderOptions<T, decimal?> Measure<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.Must(value => value is not { } number || decimal.Round(number, Measurement.Decimals) == number)
            .Refuse(
                "must have at most four decimals; it is not rounded.",
                "ต้องมีทศนิยมไม่เกินสี่ตำแหน่ง ระบบไม่ปัดเศษให้"
            )
            .Must(value => value is not { } number || Math.Abs(number) <= Measurement.Max)
            .Refuse("must lie within ±999999999999.", "ต้องอยู่ในช่วง ±999999999999");

    /// <summary>Whether it comes with a numerator where it should, and can be divided by.</summary>
    /// <param name="paired">Whether both or neither are given.</param>
    public static void Denominator<T>(this IRuleBuilder<T, decimal?> rule, Func<T, bool> paired) =>
        rule.Measure()
            .Must(value => value is null or > 0)
            .Refuse("must be above zero.", "ต้องมากกว่าศูนย์")
            .Must((command, _) => paired(command))
            .Refuse(
                "goes with numerator: give both of them or neither.",
                "ต้องระบุพร้อมกับ numerator ทั้งสองค่าหรือไม่ระบุเลย"
            );
}
