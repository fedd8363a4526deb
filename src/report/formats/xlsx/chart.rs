//! A chart of the cells of a sheet: a group of bars for each row, a bar for each column of figures.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartSolidFill,
    ChartType, ColNum, Worksheet, XlsxError,
};

use crate::report::formats::bars::COLOURS;
use crate::report::formats::xlsx::sheet;

/// How wide a chart is, in pixels.
pub(super) const WIDTH: u32 = 640;

/// The height of a bar, of what is between two groups, and of title and legend, in pixels.
const BAR: u32 = 17;
const BETWEEN: u32 = 10;
const AROUND: u32 = 80;

/// The cells that are drawn: the names in the first column, a series in each other one, the headings above.
pub(super) struct Drawn<'a> {
    /// The name of the sheet.
    pub(super) sheet: &'a str,
    /// What is drawn.
    pub(super) title: &'a str,
    /// The row of the headings.
    pub(super) headings: usize,
    /// How many rows follow.
    pub(super) rows: usize,
    /// How many columns, that of the names among them.
    pub(super) columns: usize,
    /// How the figures are written, as the format of a number.
    pub(super) written: &'a str,
}

impl Drawn<'_> {
    /// How high the chart is, in pixels.
    pub(super) fn height(&self) -> u32 {
        let count = |number: usize| u32::try_from(number).expect("few bars are drawn");
        AROUND + count(self.rows) * (count(self.columns - 1) * BAR + BETWEEN)
    }

    /// Puts the chart on its sheet, its corner at a cell.
    pub(super) fn put(&self, sheet: &mut Worksheet, row: usize, column: ColNum) -> Result<(), XlsxError> {
        let (first, last) = (sheet::row(self.headings + 1), sheet::row(self.headings + self.rows));
        let mut chart = Chart::new(ChartType::Bar);
        for at in 1..self.columns {
            let (of, colour) = (sheet::column(at), COLOURS[(at - 1) % COLOURS.len()]);
            let series = chart.add_series();
            series.set_name((self.sheet, sheet::row(self.headings), of));
            series.set_categories((self.sheet, first, 0, last, 0)).set_values((self.sheet, first, of, last, of));
            series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
            let mut figure = ChartDataLabel::new();
            figure.show_value().set_num_format(self.written).set_font(ChartFont::new().set_size(9));
            series.set_data_label(&figure);
            series.set_overlap(0).set_gap(60);
        }
        // For this crate the names of horizontal bars stand on the axis y. The first row on top, its name at the left of what is
        // below zero too; each bar says its figure, so that no scale has to.
        chart.y_axis().set_reverse().set_label_position(ChartAxisLabelPosition::Low);
        chart.x_axis().set_hidden(true).set_major_gridlines(false);
        chart.title().set_name(self.title).set_font(ChartFont::new().set_size(12));
        if self.columns > 2 {
            chart.legend().set_position(ChartLegendPosition::Bottom);
        } else {
            chart.legend().set_hidden();
        }
        chart.set_width(WIDTH).set_height(self.height()).set_alt_text(self.title);
        sheet.insert_chart(sheet::row(row), column, &chart)?;
        Ok(())
    }
}
