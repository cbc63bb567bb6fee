import { listed } from './selection.ts'

/** Glands, porphyria and the pressure in the eye, as far as a criterion asks about them. */
export const glands = listed(`
C74.- Malignant neoplasm of adrenal gland
C74.90 Malignant neoplasm of unspecified part of unspecified adrenal gland
D35.0- Benign neoplasm of adrenal gland ~ pheochromocytoma
D35.00 Benign neoplasm of unspecified adrenal gland ~ pheochromocytoma
D35.01 Benign neoplasm of right adrenal gland ~ pheochromocytoma
D35.02 Benign neoplasm of left adrenal gland ~ pheochromocytoma
E05.- Thyrotoxicosis [hyperthyroidism]
E05.00 Thyrotoxicosis with diffuse goiter without thyrotoxic crisis or storm ~ Graves
E05.01 Thyrotoxicosis with diffuse goiter with thyrotoxic crisis or storm ~ Graves
E05.90 Thyrotoxicosis, unspecified without thyrotoxic crisis or storm ~ hyperthyroidism
E05.91 Thyrotoxicosis, unspecified with thyrotoxic crisis or storm ~ hyperthyroidism
E06.- Thyroiditis
E06.3 Autoimmune thyroiditis ~ Hashimoto
E06.9 Thyroiditis, unspecified
E80.2- Other and unspecified porphyria
E80.20 Unspecified porphyria
E80.21 Acute intermittent (hepatic) porphyria
E80.29 Other porphyria
H40.- Glaucoma
H40.1- Open-angle glaucoma
H40.10X0 Unspecified open-angle glaucoma, stage unspecified
H40.1190 Primary open-angle glaucoma, unspecified eye, stage unspecified
`)
