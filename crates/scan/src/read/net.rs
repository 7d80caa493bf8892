//! What runs a network: one function, so that another engine can take this one's place.

use rten::{Model as Network, ModelOptions, OpRegistry, op_types as op};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use super::models::Model;

/// A picture or part of one as networks take it: blue, green and red, each a plane of rows, from -1 to 1.
pub(super) struct Input {
    pub width: usize,
    pub height: usize,
    pub planes: Vec<f32>,
}

/// What a network answers: numbers, and how many there are in each dimension.
pub(super) struct Output {
    pub shape: Vec<usize>,
    pub numbers: Vec<f32>,
}

/// Runs a network.
pub(super) trait Engine: Send + Sync {
    /// The network's one answer; `None` if it cannot be worked out.
    fn run(&self, input: Input) -> Option<Output>;
}

/// The bytes are not those of the known network with this file, or it cannot be run here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusable(pub &'static str);

impl std::fmt::Display for Unusable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is not the known network", self.0)
    }
}

impl std::error::Error for Unusable {}

/// The operators that the networks consist of.
static OPERATORS: &[&(dyn rten::RegisterOp + Sync)] = &[
    &op::Add,
    &op::AveragePool,
    &op::BatchNormalization,
    &op::Concat,
    &op::Conv,
    &op::ConvTranspose,
    &op::Div,
    &op::Erf,
    &op::GlobalAveragePool,
    &op::HardSigmoid,
    &op::Identity,
    &op::MatMul,
    &op::MaxPool,
    &op::Mul,
    &op::Pow,
    &op::ReduceMean,
    &op::Relu,
    &op::Reshape,
    &op::Resize,
    &op::Shape,
    &op::Sigmoid,
    &op::Slice,
    &op::Softmax,
    &op::Sqrt,
    &op::Squeeze,
    &op::Sub,
    &op::Transpose,
    &op::Unsqueeze,
];

/// The engine `rten`.
pub(super) struct Rten(Network);

impl Rten {
    /// Loads known weights. The bytes are compared with them first: what parses a network trusts what it is given, and other bytes can
    /// keep it busy without end.
    ///
    /// # Errors
    /// When the bytes are others, or no network that consists of these operators.
    pub fn load(model: &'static Model, bytes: Vec<u8>) -> Result<Self, Unusable> {
        if !model.is(&bytes) {
            return Err(Unusable(model.file));
        }
        let known: Vec<&dyn rten::RegisterOp> = OPERATORS.iter().map(|operator| *operator as &dyn rten::RegisterOp).collect();
        let options = ModelOptions::with_ops(OpRegistry::with_ops(&known));
        let load = std::panic::AssertUnwindSafe(|| options.load(bytes));
        std::panic::catch_unwind(load).ok().and_then(Result::ok).map(Self).ok_or(Unusable(model.file))
    }

    /// What the network's file says under a name.
    pub fn note(&self, name: &str) -> Option<&str> {
        self.0.metadata().fields().find(|(key, _)| *key == name).map(|(_, value)| value)
    }
}

impl Engine for Rten {
    fn run(&self, Input { width, height, planes }: Input) -> Option<Output> {
        let input = NdTensor::<f32, 4>::try_from_data([1, 3, height, width], planes).ok()?;
        let output: Tensor<f32> = self.0.run_one(input.into(), None).ok()?.try_into().ok()?;
        Some(Output { shape: output.shape().to_vec(), numbers: output.into_data() })
    }
}
